/**
 * The rates over which every result that depends on the rate is shown, targets a minute:
 * 99 threads at 21 s, the fitted July rate, the upper of the two class B checks rounded up, and CERT's laboratory ceiling.
 */
export const rateBandPerMinute = [283, 358, 450, 833] as const;

/** The fitted effective rate of July, targets a minute. See `scanRates`. */
export const fittedRatePerMinute = 358;
