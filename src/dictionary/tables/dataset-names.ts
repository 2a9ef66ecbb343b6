/** What tells a recorded table from the others of its recorder, and what one row of it is. A dataset that is not named here has the title of its source. */
export const datasetNames: ReadonlyMap<string, { readonly name: string; readonly row: string }> = new Map([
  ["xs4all-2001-08", { name: "counts given to the press", row: "one count, with its hours where stated" }],
  ["sans-cumulative-2001-08", { name: "the running total, as printed by the press", row: "one printed total" }],
  ["sans-hourly-2001-08-01", { name: "counts in stretches of hours, 1 to 3 August", row: "one value of one stretch, mostly an hour" }],
  ["caida-2001-07-19-cumulative", { name: "first seen, stopped and active, 19 and 20 July", row: "one curve at one time" }],
  ["caida-2001-07-19-rate", { name: "new senders a minute, 19 and 20 July", row: "one value at one time" }],
  ["caida-2001-07-19-germany-10min", { name: "new and stopped senders in Germany, 19 and 20 July", row: "one value of ten minutes" }],
  ["caida-2001-07-19-countries", { name: "top countries, July", row: "one country" }],
  ["caida-2001-07-19-tlds", { name: "top-level domains, July", row: "one top-level domain" }],
  ["caida-2001-07-19-domains", { name: "top domains, July", row: "one domain" }],
  ["cas-class-b-daily-2001-07", { name: "probes and senders by day, July", row: "one value of one day, or of one hour" }],
  ["cas-class-b-hourly-2001-07-19", { name: "distinct senders by hour, 19 July", row: "one value of one hour" }],
]);
