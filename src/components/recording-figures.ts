import type { RecordingAggregate } from "../aggregates/recordings.ts";
import type { WorldAggregate } from "../aggregates/world.ts";
import { recordingHours } from "../charts/recording-hours.ts";
import { recordingMap } from "../charts/recording-map.ts";
import { recordingBars, recordingSteps } from "../charts/recording-time.ts";
import type { ChartSpec } from "../charts/spec.ts";
import { barsAlt, countriesAlt, hoursAlt, stepsAlt } from "./recording-alt.ts";
import type { DrawnTable } from "./recording-tables.ts";
import { binWords, countriesWords, measureWords, probesWords, sentence, sourcesWords, windowOf } from "./recording-words.ts";

/** One drawing of a recording with its words. Its title says what is drawn: what it shows differs from log to log. */
export interface RecordingFigure {
  /** Name of its file, unique within the recording. */
  readonly id: "time" | "total" | "hours" | "countries";
  readonly title: string;
  readonly subtitle: string;
  readonly wide: ChartSpec;
  readonly narrow: ChartSpec;
  /** Text alternative. */
  readonly alt: string;
  readonly howToRead: string;
  /** Name of the table behind the drawing, and of its file. */
  readonly rows: DrawnTable;
  /** Maps keep a light card in dark mode. */
  readonly lightCard: boolean;
}

/** A recording over time: its bins, its running total, its hours of the day. */
function overTime(recording: RecordingAggregate): RecordingFigure[] {
  const { basis, counts, hours, timeline } = recording;
  const inferred = basis === "inferred" || basis === "mixed";
  const where = `Sensor ${counts.sensor.id}, ${windowOf(counts)}.`;
  const outlined = inferred ? " Outlined: inferred, the request was not logged." : "";
  const dotted = timeline !== null && timeline.gaps.length > 0 ? " Dotted: nothing was logged in these bins, which need not mean that nothing came." : "";
  const figures: RecordingFigure[] = [];
  if (timeline?.measure != null) {
    const unit = `${measureWords(timeline.measure, basis)}, ${binWords(timeline.barSeconds)}`;
    figures.push({
      id: "time",
      title: sentence(unit),
      subtitle: where,
      wide: recordingBars(timeline, unit, inferred, "wide"),
      narrow: recordingBars(timeline, unit, inferred, "narrow"),
      alt: barsAlt(recording),
      howToRead: `Each bar is the count of its own bin, from zero.${outlined}${dotted}`,
      rows: "bins",
      lightCard: false,
    });
  }
  if (timeline !== null && timeline.cumulative.length > 0)
    figures.push({
      id: "total",
      title: `${sentence(sourcesWords(basis))}, distinct so far`,
      subtitle: `${where} A running total never falls.`,
      wide: recordingSteps(timeline, "distinct source addresses so far", inferred, "wide"),
      narrow: recordingSteps(timeline, "distinct source addresses so far", inferred, "narrow"),
      alt: stepsAlt(recording),
      howToRead: `Each level line is the total at the end of its bin.${inferred ? " Dashed: inferred, the request was not logged." : ""}${dotted}`,
      rows: "bins",
      lightCard: false,
    });
  if (!("missing" in hours))
    figures.push({
      id: "hours",
      title: `${sentence(probesWords(basis))} by hour of the day`,
      subtitle: where,
      wide: recordingHours(hours, probesWords(basis), inferred, "wide"),
      narrow: recordingHours(hours, probesWords(basis), inferred, "narrow"),
      alt: hoursAlt(recording),
      howToRead: `Hours of the day in UTC, all days of the recording together.${outlined}${hours.some((hour) => typeof hour !== "number") ? " Dotted: hours outside the recording, not observed." : ""}`,
      rows: "hours",
      lightCard: false,
    });
  return figures;
}

/** Where the sources of a recording were registered; none where no country was looked up. */
function byCountry(recording: RecordingAggregate, world: WorldAggregate): RecordingFigure[] {
  const { countries } = recording;
  if ("missing" in countries) return [];
  const known = new Set(world.points.map(({ id }) => id));
  const rows = countries.flatMap(({ isoNumeric, name, sources }) => (isoNumeric !== null && known.has(isoNumeric) ? [{ id: isoNumeric, name, sources }] : []));
  return [
    {
      id: "countries",
      title: "Sources by country",
      subtitle: sentence(countriesWords(recording)),
      wide: recordingMap(world, rows, "wide"),
      narrow: recordingMap(world, rows, "narrow"),
      alt: countriesAlt(recording),
      howToRead: "The area of a circle is in proportion to the source addresses of its country. Names stand where there is room; the table has them all. Lined land has none, or too few to show.",
      rows: "countries",
      lightCard: true,
    },
  ];
}

/** Every drawing that a recording gives, in the order of its page. What it does not hold is left out, not drawn as zero. */
export const recordingFigures = (recording: RecordingAggregate, world: WorldAggregate): readonly RecordingFigure[] => [...overTime(recording), ...byCountry(recording, world)];
