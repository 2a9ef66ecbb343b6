/**
 * The rates over which every result that depends on the rate is shown, targets a minute:
 * 99 threads at 21 s, the fitted July rate, the upper of the two class B checks rounded up, and CERT's laboratory ceiling.
 */
export const rateBandPerMinute = [283, 358, 450, 833] as const;

/** The fitted effective rate of July, targets a minute: July's growth an hour with `fittedHosts`, rounded. Where it is worked out from the records, it must come out the same. */
export const fittedRatePerMinute = 358;

/** Hosts that could be infected in July, as the fitted rate takes it: CAIDA's 359,000, rounded. An assumption. */
export const fittedHosts = 360_000;
