import { normalise, type NormaliseAnswer, type NormaliseAssumptions, type NormaliseOutcome, type NormaliseQuestion, type StatedCounts, type Working } from "../model/normalise.ts";
import { rateBandPerMinute } from "../model/rate-band.ts";
import { numberWords, significantWords } from "../schema/format.ts";

/** What the controls hold. Rates are two ends of a band; null = not known. */
export interface NormaliserState {
  readonly question: NormaliseQuestion;
  readonly lowRate: number;
  readonly highRate: number;
  readonly sensor: number | null;
  /** Per cent. */
  readonly active: number | null;
  readonly hours: number;
}

/** Questions in the order of the control, with their words. */
export const questionLabels: Readonly<Record<NormaliseQuestion, string>> = {
  ever: "Ever infected since the restart",
  "at-once": "Infected at once, in the night",
  "one-network": "Met by one network",
  july: "Infected on 19 July",
};

const [slowest, fastest] = [Math.min(...rateBandPerMinute), Math.max(...rateBandPerMinute)];

/** The state that claims least: every speed, nothing known of sensor or activity. */
export const defaultState: NormaliserState = { question: "ever", lowRate: slowest, highRate: fastest, sensor: null, active: null, hours: 8 };

/** States with an address of their own, built as pages that need no script. */
export const namedStates: Readonly<Record<string, { readonly title: string; readonly state: NormaliserState }>> = {
  default: { title: "Nothing assumed", state: defaultState },
  "small-sensor": { title: "A small sensor", state: { ...defaultState, sensor: 1024 } },
  "laboratory-rate": { title: "The laboratory’s speed", state: { ...defaultState, lowRate: fastest, highRate: fastest, sensor: 1024 } },
  "half-active": { title: "Half active at once", state: { ...defaultState, question: "at-once", sensor: 1024, active: 50 } },
  "class-b": { title: "One class B network", state: { ...defaultState, question: "one-network", sensor: 65_536 } },
  july: { title: "19 July", state: { ...defaultState, question: "july" } },
};

const within = (text: string | null, least: number, most: number): number | null => {
  const value = text === null || text.trim() === "" ? Number.NaN : Number(text);
  return value >= least && value <= most ? value : null;
};

/** Least and most that the number fields take; shown beside them. */
export const limits = {
  n: { least: 1, most: 2 ** 32 },
  active: { least: 0.1, most: 100 },
  h: { least: 0.1, most: 1000 },
} as const;

/** What is said of a number field whose value cannot be used; the table keeps the last that could. */
export const faultWords = (field: keyof typeof limits, optional: boolean): string =>
  `Write a number from ${numberWords(limits[field].least)} to ${numberWords(limits[field].most)}${field === "n" ? ", without a fraction" : ""}${optional ? ", or leave it empty" : ""}. The answers below are still those of before.`;

/** A state from a query such as `?q=ever&rate=283-833&n=1024&active=50&h=8`; what is missing or makes no sense is as in `fallback`, an empty value is “not known”. */
export function stateOfQuery(query: string, fallback: NormaliserState): NormaliserState {
  const given = new URLSearchParams(query);
  const question = given.get("q");
  const ends = (given.get("rate") ?? "").split("-").map((end) => within(end, 1, 100_000));
  const [low = null, high = low] = ends;
  const rates = low !== null && high !== null && low <= high ? { lowRate: low, highRate: high } : { lowRate: fallback.lowRate, highRate: fallback.highRate };
  const optional = (name: string, least: number, most: number, otherwise: number | null): number | null => (given.has(name) ? within(given.get(name), least, most) : otherwise);
  return {
    question: question !== null && Object.hasOwn(questionLabels, question) ? (question as NormaliseQuestion) : fallback.question,
    ...rates,
    sensor: optional("n", limits.n.least, limits.n.most, fallback.sensor),
    active: optional("active", limits.active.least, limits.active.most, fallback.active),
    hours: within(given.get("h"), limits.h.least, limits.h.most) ?? fallback.hours,
  };
}

/** The query of a state, every field written out, so that an address says all it assumes. */
export const queryOfState = ({ question, lowRate, highRate, sensor, active, hours }: NormaliserState): string =>
  `q=${question}&rate=${lowRate === highRate ? String(lowRate) : `${lowRate}-${highRate}`}&n=${sensor ?? ""}&active=${active ?? ""}&h=${hours}`;

const assumptionsOf = ({ lowRate, highRate, sensor, active, hours }: NormaliserState): NormaliseAssumptions => ({ lowRate, highRate, sensorAddresses: sensor, activeShare: active === null ? null : active / 100, hours });

/** Whole numbers as printed, computed ones to three figures: more would be false precision. */
const count = (value: number): string => (Number.isInteger(value) ? numberWords(value) : significantWords(value));

/** An answer in a few words: `82,800–236,000`, `20,000 or more`, `up to 100,000`, `refused`. */
export function outcomeWords(outcome: NormaliseOutcome): string {
  if (outcome.kind === "refused") return "no answer";
  const { low, high, approximate } = outcome;
  const [from, to] = [count(low), high === null ? null : count(high)];
  if (to === null) return `${from} or more`;
  const nearness = approximate === false ? "" : `${approximate} `;
  return `${low === 0 ? "up to " : ""}${nearness}${low === 0 || from === to ? to : `${from}–${to}`}`;
}

const workingWords = (working: Working): string => working.map((part) => (typeof part === "number" ? (Number.isInteger(part) ? numberWords(part) : significantWords(part)) : part.replace(" %", "\u00a0%"))).join("");

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** One row of the table, in words. */
export interface NormaliserRow {
  readonly organisation: string;
  readonly answer: string;
  readonly refused: boolean;
  readonly working: string;
  /** What would be needed for an answer; empty where there is one. */
  readonly lack: string;
  readonly claims: readonly string[];
}

const rowOf = ({ organisation, claims, outcome }: NormaliseAnswer): NormaliserRow => ({
  organisation,
  answer: outcomeWords(outcome),
  refused: outcome.kind === "refused",
  working: sentence(outcome.kind === "refused" ? outcome.reason : workingWords(outcome.working)),
  lack: outcome.kind === "refused" ? `Needed: ${outcome.needed}.` : "",
  claims,
});

/** The table of one state. */
export const rowsOf = (state: NormaliserState, stated: StatedCounts): NormaliserRow[] => normalise(state.question, stated, assumptionsOf(state)).map(rowOf);

/** The state and its outcome as one sentence, spoken when a control changes. */
export function summaryOf(state: NormaliserState, rows: readonly NormaliserRow[]): string {
  const { question, lowRate, highRate, sensor, active, hours } = state;
  const refusals = rows.filter(({ refused }) => refused);
  const assumed =
    question === "july"
      ? "nothing assumed"
      : [
          lowRate === highRate ? `${numberWords(lowRate)} tries a minute` : `${numberWords(lowRate)} to ${numberWords(highRate)} tries a minute`,
          sensor === null ? "size of the network not known" : `${numberWords(sensor)} addresses watched`,
          active === null ? "share active not known" : `${numberWords(active)}\u00a0% active at once`,
          ...(question === "one-network" ? [`${numberWords(hours)} hours`] : []),
        ].join(", ");
  return `${questionLabels[question]}; ${assumed}. ${numberWords(rows.length - refusals.length)} answers, ${numberWords(refusals.length)} without${refusals.length === 0 ? "" : `: ${refusals.map(({ organisation }) => organisation).join(", ")}`}.`;
}
