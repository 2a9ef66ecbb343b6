/** From here on the first-seen times of CAIDA's telescope come partly from another instrument; the dataset's card says so. */
export const instrumentChange = "2001-07-19T16:27Z";

/** Its clock time, `16:27`, UTC. */
export const instrumentChangeClock = instrumentChange.slice(11, 16);
