/** The months in order, in full. */
export const monthNames = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"] as const;

/** The months in order, three letters each. */
export const shortMonthNames: readonly string[] = monthNames.map((name) => name.slice(0, 3));
