import type { Get } from "../aggregates/all.ts";
import type { SeenPoint, SensorCurve, VisibilityAggregate } from "../aggregates/visibility.ts";
import { detectionCurvesChart } from "../charts/detection-curves.ts";
import { hundredMachinesChart, type HundredRow } from "../charts/hundred-machines.ts";
import { fixedWords, numberWords } from "../schema/format.ts";
import type { Figure } from "./figure.ts";

const pointAt = ({ points }: SensorCurve, hours: number): SeenPoint => {
  const found = points.find((point) => point.hours === hours);
  if (found === undefined) throw new Error(`no share at ${hours} hours`);
  return found;
};

/** A share as a percentage with as many decimals as its size needs; never rounded up to all. */
function percentWords(share: number): string {
  const percent = share * 100;
  const words = percent < 0.1 ? fixedWords(percent, 2) : fixedWords(percent, 1);
  return words === fixedWords(100, 1) ? "nearly all" : `${words}\u00a0%`;
}

const withRange = ({ share, low, high }: SeenPoint): string => (percentWords(low) === percentWords(high) ? percentWords(share) : `${percentWords(share)} (${percentWords(low)} to ${percentWords(high)})`);

const smallest = ({ sensors }: VisibilityAggregate): SensorCurve => {
  const [first] = sensors;
  if (first === undefined) throw new Error("no sensor to draw");
  return first;
};

const hundredRows = ({ sensors, windowHours }: VisibilityAggregate): HundredRow[] =>
  sensors.map((sensor) => {
    const { share, low, high } = pointAt(sensor, windowHours);
    return { addresses: sensor.addresses, met: Math.round(share * 100), low: Math.round(low * 100), high: Math.round(high * 100) };
  });

const hundredLabel = ({ windowHours }: VisibilityAggregate): string => `Of every hundred infected machines, met in ${numberWords(windowHours)} hours`;

const sizeWords = ({ addresses, prefix }: SensorCurve): string => `${numberWords(addresses)} (/${prefix})`;

/** How much of the worm one sensor meets. */
export const howLikelySeen: Figure = {
  id: "how-likely-seen",
  from: ["visibility", "parameters"],
  span: "figure",
  title: (get) => {
    const visibility = get("visibility");
    return `One /${String(smallest(visibility).prefix)} meets ${percentWords(pointAt(smallest(visibility), visibility.windowHours).share)} of machines in ${numberWords(visibility.windowHours)} hours`;
  },
  subtitle: (get) => {
    const { fittedRatePerMinute, lowestRatePerMinute, highestRatePerMinute } = get("visibility");
    return `Share of infected machines that a network meets at least once, by addresses watched and hours. Modelled: each machine tries random addresses, ${numberWords(fittedRatePerMinute)} a minute; bands ${numberWords(lowestRatePerMinute)} to ${numberWords(highestRatePerMinute)}.`;
  },
  holds: (get) => {
    const visibility = get("visibility");
    return visibility.sensors.every((sensor, index) => index === 0 || sensor.addresses > (visibility.sensors[index - 1]?.addresses ?? 0)) && pointAt(smallest(visibility), visibility.windowHours).high < 0.05;
  },
  howToRead: "Each line is a network of one size; the pale band, drawn for three of them, is the doubt about the speed of the worm. In the squares, solid means met at every speed of the band, pale met at the faster speeds alone, open missed.",
  statuses: () => ["modelled"],
  lead: (get, form) => (form === "card" ? ["hundred"] : { label: hundredLabel(get("visibility")), drawing: hundredMachinesChart(hundredRows(get("visibility")), "square") }),
  panels: (get) => {
    const visibility = get("visibility");
    const rows = hundredRows(visibility);
    return [
      { id: "curves", label: "Share met, by hours watched", wide: detectionCurvesChart(visibility.sensors, visibility.markedHours, "wide"), narrow: detectionCurvesChart(visibility.sensors, visibility.markedHours, "narrow") },
      { id: "hundred", label: hundredLabel(visibility), note: "By addresses watched; in brackets the range over the band of rates", wide: hundredMachinesChart(rows, "wide"), narrow: hundredMachinesChart(rows, "narrow") },
    ];
  },
  alt: (get) => {
    const visibility = get("visibility");
    const { sensors, windowHours, fittedRatePerMinute, lowestRatePerMinute, highestRatePerMinute } = visibility;
    const each = sensors.map((sensor) => `${numberWords(sensor.addresses)} addresses ${withRange(pointAt(sensor, windowHours))}`);
    return [
      `Line chart of the share of infected machines that a network meets at least once, for ${numberWords(sensors.length)} sizes of network, 0 to 24 hours of watching, with a twin of a hundred squares for each size.`,
      `After ${numberWords(windowHours)} hours at ${numberWords(fittedRatePerMinute)} tries a minute, with the range from ${numberWords(lowestRatePerMinute)} to ${numberWords(highestRatePerMinute)}: ${each.join("; ")}.`,
      "Small networks meet almost none, large ones almost all. The model assumes that every machine picks addresses at random at one steady speed; the true speed is not known. Table follows.",
    ].join(" ");
  },
  table: (get) => {
    const { sensors, markedHours } = get("visibility");
    return {
      columns: [
        { key: "addresses", label: "Addresses watched" },
        { key: "hours", label: "Hours", numeric: true },
        { key: "share", label: "Share met, fitted rate", numeric: true },
        { key: "low", label: "At the lowest rate", numeric: true },
        { key: "high", label: "At the highest rate", numeric: true },
      ],
      rows: sensors.flatMap((sensor) =>
        markedHours.map((hours) => {
          const { share, low, high } = pointAt(sensor, hours);
          return { addresses: sizeWords(sensor), hours, share: percentWords(share), low: percentWords(low), high: percentWords(high) };
        }),
      ),
    };
  },
  sources: (get: Get) => get("parameters").rates.filter(({ id }) => ["fitted-july", "threads", "cert-scanning"].includes(id)).map(({ source, url }) => (url === null ? { text: source } : { text: source, url })),
  notes: ["A slash and a number name a block of addresses in the notation of the time. The model is for the second version of Code Red, the worm of 19 July and 1 August; the first version and Code Red II did not search evenly."],
  objection: "Machines differ in speed and some sleep, which lowers every line; blocks of one size were seen to meet different numbers in practice.",
};
