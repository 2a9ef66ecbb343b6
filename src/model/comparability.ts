/** What a verdict depends on: the fields of one claim. All words are those of the ledger's vocabulary. */
export interface Comparable {
  readonly id: string;
  /** Who kept the instrument: claims of one watcher share it. */
  readonly watcher: string;
  readonly quantity: string;
  readonly wave: string;
  readonly accumulation: string;
  readonly vantageKind: string;
  readonly operator: string;
  /** Half-open, UTC; a null edge is not stated, an assumed edge is this project's reading. */
  readonly window: { readonly start: string | null; readonly end: string | null; readonly startBasis: string; readonly endBasis: string };
}

/** From best to worst; a pair gets the worst verdict of all rules that apply to it. */
export const verdicts = ["compare", "adjust", "do_not_compare"] as const;
export type Verdict = (typeof verdicts)[number];

/** The field a reason is about. */
export type ReasonField = "wave" | "unit" | "operator" | "hours" | "vantage" | "accumulation";

/** One way in which two claims differ, and what follows from it. */
export interface ComparabilityRule {
  readonly id: string;
  readonly field: ReasonField;
  readonly verdict: Exclude<Verdict, "compare">;
  /** At most two words, for a cell. */
  readonly short: string;
  readonly why: string;
  /** What makes the pair comparable; null where nothing published does. */
  readonly adjustment: string | null;
  /** Symmetric in its two claims. `fairHours`: the longest window over which addresses are a fair measure of machines. */
  readonly applies: (a: Comparable, b: Comparable, fairHours: number) => boolean;
}

/** Instruments that meet probes at addresses: what they see depends on how many they watch. */
const sensors = ["one_network", "telescope", "pool", "web_servers"];

type Window = Comparable["window"];
const closed = ({ start, end }: Window): boolean => start !== null && end !== null;
const hours = ({ start, end }: Window): number => (start === null || end === null ? Infinity : (Date.parse(end) - Date.parse(start)) / 3_600_000);
const isBefore = (a: Window, b: Window): boolean => a.end !== null && b.start !== null && Date.parse(a.end) <= Date.parse(b.start);
const apart = (a: Comparable, b: Comparable): boolean => isBefore(a.window, b.window) || isBefore(b.window, a.window);
const sameHours = (a: Window, b: Window): boolean => hours(a) === hours(b) && Date.parse(a.start ?? "") === Date.parse(b.start ?? "");
const assumed = ({ startBasis, endBasis }: Window): boolean => startBasis === "assumed" || endBasis === "assumed";
const sameVantage = (a: Comparable, b: Comparable): boolean => a.watcher === b.watcher && a.vantageKind === b.vantageKind;
const either = (a: Comparable, b: Comparable, test: (claim: Comparable) => boolean): boolean => test(a) || test(b);
/** A running total runs from the start of its outbreak, so a missing start alone can be assumed. */
const startsWithOutbreak = ({ window, accumulation, wave }: Comparable): boolean => window.start === null && window.end !== null && accumulation === "cumulative" && ["july", "august", "code_red_2"].includes(wave);
const addressesAndMachines = (a: Comparable, b: Comparable): boolean => [a.quantity, b.quantity].sort().join() === "machines,source_addresses";

/**
 * Every rule of the matrix, worst first; within one verdict, the first that applies gives the cell its two words.
 * Where no rule applies, two claims count one thing, from one place, over the same stated hours: they compare.
 * Places (a country beside the world) are no field here: only claims whose place the reader can see are set side by side.
 */
export const comparabilityRules: readonly ComparabilityRule[] = [
  { id: "waves", field: "wave", verdict: "do_not_compare", short: "different waves", why: "They are about different outbreaks.", adjustment: null, applies: (a, b) => a.wave !== b.wave },
  { id: "mixed-waves", field: "wave", verdict: "do_not_compare", short: "mixed waves", why: "Each adds several outbreaks, and not in the same mix.", adjustment: null, applies: (a, b) => a.wave === "several" && b.wave === "several" },
  { id: "units", field: "unit", verdict: "do_not_compare", short: "unlike units", why: "They count different things.", adjustment: null, applies: (a, b) => a.quantity !== b.quantity && !addressesAndMachines(a, b) },
  {
    id: "addresses-machines-long",
    field: "unit",
    verdict: "do_not_compare",
    short: "unlike units",
    why: "One counts addresses, the other machines. The hours are not stated, or longer than a day, so addresses are no fair measure of machines.",
    adjustment: null,
    applies: (a, b, fairHours) => addressesAndMachines(a, b) && either(a, b, (claim) => hours(claim.window) > fairHours),
  },
  { id: "denied", field: "operator", verdict: "do_not_compare", short: "no count", why: "One is a level that its speaker disputes, not a count.", adjustment: null, applies: (a, b) => either(a, b, (claim) => claim.operator === "denied") },
  { id: "hours-unstated", field: "hours", verdict: "do_not_compare", short: "hours unstated", why: "At least one does not say which hours it covers.", adjustment: null, applies: (a, b) => either(a, b, (claim) => !closed(claim.window) && !startsWithOutbreak(claim)) },
  { id: "no-overlap", field: "hours", verdict: "do_not_compare", short: "no overlap", why: "They share no hour, and are not two stated counts of one watcher.", adjustment: null, applies: (a, b) => apart(a, b) && !(sameVantage(a, b) && closed(a.window) && closed(b.window)) },
  { id: "total-unstated", field: "accumulation", verdict: "do_not_compare", short: "unclear total", why: "At least one does not say whether it is a running total or a count at one time.", adjustment: null, applies: (a, b) => either(a, b, (claim) => claim.accumulation === "not_stated") },
  {
    id: "ever-or-now",
    field: "accumulation",
    verdict: "do_not_compare",
    short: "ever, now",
    why: "One counts what was active at one time, the other does not.",
    adjustment: null,
    applies: (a, b) => a.accumulation !== b.accumulation && either(a, b, (claim) => claim.accumulation === "at_once" || claim.accumulation === "not_applicable"),
  },
  { id: "vantage-unstated", field: "vantage", verdict: "do_not_compare", short: "vantage unstated", why: "At least one does not say what it watched.", adjustment: null, applies: (a, b) => either(a, b, (claim) => claim.vantageKind === "not_stated") },
  { id: "no-instrument", field: "vantage", verdict: "do_not_compare", short: "no instrument", why: "At least one comes from no instrument: it is an opinion, or repeats others.", adjustment: null, applies: (a, b) => either(a, b, (claim) => claim.vantageKind === "opinion" || claim.vantageKind === "secondary") },
  {
    id: "unlike-instruments",
    field: "vantage",
    verdict: "do_not_compare",
    short: "unlike vantage",
    why: "They come from instruments of different kinds, and not both watch addresses.",
    adjustment: null,
    applies: (a, b) => !sameVantage(a, b) && either(a, b, (claim) => ["reports", "survey", "laboratory"].includes(claim.vantageKind)),
  },
  {
    id: "vantage-differs",
    field: "vantage",
    verdict: "adjust",
    short: "vantage differs",
    why: "They were seen from different places, and who watches more addresses meets more senders.",
    adjustment: "Allow for how many addresses each watched. Where that is not stated, the answer is a condition and not a number.",
    applies: (a, b) => !sameVantage(a, b) && sensors.includes(a.vantageKind) && sensors.includes(b.vantageKind),
  },
  { id: "start-assumed", field: "hours", verdict: "adjust", short: "start assumed", why: "A running total states its end and not its start.", adjustment: "Assume that the running total starts with its outbreak, and say so.", applies: (a, b) => either(a, b, startsWithOutbreak) },
  {
    id: "hours-apart",
    field: "hours",
    verdict: "adjust",
    short: "hours apart",
    why: "One watcher, but no hour in common.",
    adjustment: "Fit one course of growth to both. Distinct counts are neither added nor divided by hours.",
    applies: (a, b) => apart(a, b) && sameVantage(a, b) && closed(a.window) && closed(b.window),
  },
  {
    id: "hours-differ",
    field: "hours",
    verdict: "adjust",
    short: "hours differ",
    why: "Their hours overlap and are not the same.",
    adjustment: "Work out what each would have counted over the hours they share; distinct counts do not divide by hours.",
    applies: (a, b) => closed(a.window) && closed(b.window) && !apart(a, b) && !sameHours(a.window, b.window),
  },
  {
    id: "addresses-machines-day",
    field: "unit",
    verdict: "adjust",
    short: "addresses, machines",
    why: "One counts addresses, the other machines.",
    adjustment: "Take one address for one machine: fair within a day, says CAIDA, and not beyond.",
    applies: (a, b, fairHours) => addressesAndMachines(a, b) && !either(a, b, (claim) => hours(claim.window) > fairHours),
  },
  {
    id: "total-and-window",
    field: "accumulation",
    verdict: "adjust",
    short: "running total",
    why: "One is a running total, the other the count of its own hours.",
    adjustment: "Read the running total as the count of all hours since its start.",
    applies: (a, b) => [a.accumulation, b.accumulation].sort().join() === "cumulative,in_window",
  },
  { id: "hours-assumed", field: "hours", verdict: "adjust", short: "hours assumed", why: "An edge of the hours is this project’s reading, not stated by the source.", adjustment: "Say so, and look at what changes when the edge moves.", applies: (a, b) => either(a, b, (claim) => assumed(claim.window)) },
  { id: "bound", field: "operator", verdict: "adjust", short: "a bound", why: "At least one is a bound, not an estimate.", adjustment: "Ask only whether the other number contradicts the bound; never subtract or divide.", applies: (a, b) => either(a, b, (claim) => claim.operator === "lt" || claim.operator === "gt") },
];

/** A verdict with every rule that led to it, in the order of the table; the first names the cell. */
export interface Comparison {
  readonly verdict: Verdict;
  readonly rules: readonly ComparabilityRule[];
}

/**
 * Whether two numbers may be set side by side. Symmetric. A claim compares with itself.
 * @param fairHours hours over which an address count is a fair measure of machines (CAIDA: 24)
 */
export function compareClaims(a: Comparable, b: Comparable, fairHours: number): Comparison {
  if (a.id === b.id) return { verdict: "compare", rules: [] };
  const rules = comparabilityRules.filter((rule) => rule.applies(a, b, fairHours));
  const verdict = rules.some((rule) => rule.verdict === "do_not_compare") ? "do_not_compare" : rules.length > 0 ? "adjust" : "compare";
  return { verdict, rules };
}
