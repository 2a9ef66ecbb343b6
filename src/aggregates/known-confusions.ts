import type { Mistake } from "./mistakes.ts";

/** Looks up a claim's number or its quotation in words. */
interface Ledger {
  readonly words: (id: string) => string;
  readonly quote: (id: string) => string;
}

/** Confusions that are on record for one claim and that no rule could find: by claim id, numbers taken from the ledger. */
export const knownConfusions: Readonly<Record<string, (ledger: Ledger) => Mistake>> = {
  "fsecure-nine-hours": ({ words }) => ({ takenFor: "A count by F-Secure", truly: `The words are those of the joint alert of 29 July. F-Secure’s own figure for July was ${words("fsecure-04")}.` }),
  "fsecure-korea": ({ words }) => ({ takenFor: "A second source beside CAIDA", truly: `Very likely it is CAIDA’s table, rounded: ${words("caida-12")} of ${words("caida-07")}.` }),
  "xs4all-half-hour": () => ({ takenFor: "A rate to multiply", truly: "Which half-hour of that morning it was is not stated, and counts of distinct things cannot be multiplied by time." }),
  "xs4all-unique-8h": ({ words }) => ({ takenFor: `A rival of SANS’s ${words("sans-cumulative")}`, truly: "One is what one network met in a night, the other the running total of a pool." }),
  "sans-cumulative": ({ words }) => ({ takenFor: "Machines infected on the morning of 2 August", truly: `It adds up all addresses since a start that the article does not state. In single hours of that day SANS most likely saw ${words("sans-08")}.` }),
  "symantec-bound": () => ({ takenFor: "Proof that SANS was wrong", truly: "Symantec does not say whether it means machines active at one time or a total." }),
  "kaspersky-denial": ({ quote }) => ({ takenFor: "The number as printed", truly: `The article prints “${quote("kaspersky-denial")}”. The number here is our reading.` }),
  "sans-01": () => ({ takenFor: "A step of SANS’s running total", truly: "It equals SANS’s count for that one hour, so it may be an hourly figure." }),
  "sans-08": () => ({ takenFor: "Probes in an hour, as the paper has it", truly: "Most likely it is SANS’s column of distinct addresses in an hour." }),
  "caida-02": ({ words }) => ({ takenFor: "CAIDA’s final figure", truly: `It was an early announcement. CAIDA’s table has ${words("caida-07")}.` }),
  "caida-01": ({ words }) => ({ takenFor: `The same statement as ${words("caida-07")}`, truly: "This is the paper’s sentence, the other the number of addresses in the table." }),
  "caida-04": () => ({ takenFor: "A figure from a sound instrument", truly: "CAIDA’s monitor was crippled that day." }),
  "caida-16": () => ({ takenFor: "CAIDA’s running total", truly: "These had stopped probing. A student report read the number off CAIDA’s graph." }),
  "lmi-01": ({ words }) => ({ takenFor: "A count of its own", truly: `It rounds SANS’s ${words("sans-06")}, and was days old when printed.` }),
  "ce-02": () => ({ takenFor: "A measurement", truly: "It was built from press reports of different worms: circular." }),
  "ce-03": () => ({ takenFor: "A measurement", truly: "It was built from press reports of different worms: circular." }),
  "july-03": ({ quote }) => ({ takenFor: "The number as printed", truly: `The source prints “${quote("july-03")}”.` }),
  "cert-04": () => ({ takenFor: "The speed of a typical machine", truly: "It is a ceiling: one machine alone in a laboratory." }),
  "isc-01": () => ({ takenFor: "What SANS watched in 2001", truly: "It describes the year 2007. The size in 2001 was not found." }),
};
