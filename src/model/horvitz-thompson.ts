/** What must hold for weighting each seen host by one over its chance of being seen. With one chance for all that is `impliedPopulation`. */
export const horvitzThompsonAssumptions = [
  "the chance of being seen is above zero and known for every host that was seen",
  "a host with no chance of being seen is outside the population, so hosts that hardly scan do not count",
  "hosts are seen independently of each other",
  "one host is one source address",
] as const;

/** How the estimate errs where the assumptions fail. */
export const horvitzThompsonBias = "one average chance used for hosts of unequal rates makes the estimate too low; changing addresses make it too high";
