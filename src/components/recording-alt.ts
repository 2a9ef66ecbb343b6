import type { TimedCount } from "../aggregates/recording-timeline.ts";
import type { RecordingAggregate } from "../aggregates/recordings.ts";
import { numberWords } from "../schema/format.ts";
import { binWords, countriesWords, instantWords, measureWords, probesWords, windowOf } from "./recording-words.ts";

const plural = (count: number, noun: string): string => `${numberWords(count)} ${noun}${count === 1 ? "" : "s"}`;

const extremes = (bars: readonly TimedCount[]): string => {
  const values = bars.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low === high ? `Each of the ${plural(bars.length, "bar")} stands for ${numberWords(high)}` : `The ${plural(bars.length, "bar")} run from ${numberWords(low)} to ${numberWords(high)}`;
};

/** What is not known of stretches without a line. */
const gapsWords = (count: number): string => (count === 0 ? "No stretch is without a line." : `In ${count === 1 ? "one stretch" : `${numberWords(count)} stretches`} nothing was logged; whether nothing came is not known.`);

/** Text alternative of the bars over time. @throws where the recording has no bars */
export function barsAlt({ timeline, counts, basis }: RecordingAggregate): string {
  if (timeline?.measure == null) throw new Error("a recording without bars has no text alternative for them");
  return `Bar chart of ${measureWords(timeline.measure, basis)} in ${binWords(timeline.barSeconds)} at the sensor ${counts.sensor.id}, ${windowOf(counts)}. ${extremes(timeline.bars)}. ${gapsWords(timeline.gaps.length)} Table follows.`;
}

/** Text alternative of the running total. @throws where the recording has none */
export function stepsAlt({ timeline, counts }: RecordingAggregate): string {
  const last = timeline?.cumulative.at(-1);
  if (timeline === null || last === undefined) throw new Error("a recording without a running total has no text alternative for it");
  return `Step chart of distinct source addresses so far at the sensor ${counts.sensor.id}, ${windowOf(counts)}. It ends at ${numberWords(last.value)}, at ${instantWords(last.end)}. A total of this kind never falls. ${gapsWords(timeline.gaps.length)} Table follows.`;
}

/** Text alternative of the hours of the day. */
export function hoursAlt({ hours, counts, basis }: RecordingAggregate): string {
  const list = "missing" in hours ? [] : hours;
  const seen = list.flatMap((value, hour) => (typeof value === "number" ? [{ hour, value }] : []));
  const most = seen.toSorted((a, b) => b.value - a.value)[0];
  const unseen = list.length - seen.length;
  return [
    `Bar chart of ${probesWords(basis)} by hour of the day, UTC, at the sensor ${counts.sensor.id}, ${windowOf(counts)}.`,
    most === undefined ? "No hour was observed." : `The most in one hour of the day is ${numberWords(most.value)}, from ${String(most.hour).padStart(2, "0")}:00.`,
    unseen === 0 ? "Every hour of the day was met." : `${plural(unseen, "hour")} of the day lie outside the recording: they were not observed and are not zero.`,
    "Table follows.",
  ].join(" ");
}

/** Text alternative of the map: the three countries with most sources, and what is not known. */
export function countriesAlt(recording: RecordingAggregate): string {
  const { countries } = recording;
  const most = "missing" in countries ? [] : countries.toSorted((a, b) => b.sources - a.sources).slice(0, 3);
  return [
    `Symbol map of ${countriesWords(recording)}`,
    most.length === 0 ? "No country has enough to be shown." : `Most: ${most.map(({ name, sources }) => `${name} ${numberWords(sources)}`).join(", ")}.`,
    "Countries with too few to show are not drawn apart. The country of an address is where it was delegated, which need not be where the machine stood. Table follows.",
  ].join(" ");
}
