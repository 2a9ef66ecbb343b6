import type { Get } from "../aggregates/all.ts";
import type { ChanceSensor } from "../aggregates/sensor-chance.ts";
import { type FilmLine, filmstripChart, type FilmRow } from "../charts/filmstrip.ts";
import type { Size } from "../charts/spec.ts";
import { fixedWords, numberWords } from "../schema/format.ts";
import { claimsById, claimSources } from "./claim-table.ts";
import type { Figure } from "./figure.ts";

const sensors = (get: Get): readonly ChanceSensor[] => get("sensor-chance").sensors;

const rowKey = ({ addresses }: ChanceSensor): string => `sensor-${String(addresses)}`;

const rows = (get: Get): FilmRow[] =>
  sensors(get).map((sensor) => ({ key: rowKey(sensor), label: `${numberWords(sensor.addresses)} addresses`, range: `${numberWords(sensor.least)}–${numberWords(sensor.most)}`, values: sensor.met }));

/** XS4ALL's own count, which stands among those of the sensor that fits it. @throws when it has no number */
function counted(get: Get): FilmLine & { readonly words: string } {
  const [claim] = claimsById(get, ["xs4all-unique-8h"]);
  const [, fitting] = sensors(get);
  if (claim?.value == null || fitting === undefined) throw new Error("XS4ALL’s eight hours need a number, and a sensor that fits it");
  return { key: claim.id, organisation: claim.organisation, operator: claim.operator, value: claim.value, row: rowKey(fitting), text: `XS4ALL: ${claim.words}`, words: claim.words };
}

const percent = (value: number): string => `${fixedWords(value, 1)}\u00a0%`;

/** Twelve nights alike: what chance does to a count, beside what the size of the sensor does. */
export const chanceOrSize: Figure = {
  id: "chance-or-size",
  from: ["sensor-chance", "claims"],
  span: "figure",
  title: () => "Chance moves a count by percents, size by multiples",
  subtitle: (get) => {
    const { hosts, ratePerMinute, windowHours, seeds } = get("sensor-chance");
    return `Machines that three networks would meet in ${numberWords(windowHours)} hours if ${numberWords(hosts)} scanned at ${numberWords(ratePerMinute)} tries a minute, in ${numberWords(seeds.length)} simulated nights that differ by chance alone. Modelled.`;
  },
  holds: (get) => {
    const all = sensors(get);
    // Percents: under a tenth from the least to the most. Multiples: each size meets more than twice what the one before it does, in every night.
    return all.every(({ spreadPercent }) => spreadPercent > 1 && spreadPercent < 10) && all.slice(1).every(({ least }, index) => least > 2 * (all[index]?.most ?? Infinity));
  },
  howToRead: "Each frame is one simulated night: same worm, same networks, other luck. Look along a row to see chance, down a column to see what the size of the network does. The line is XS4ALL’s own count. All bars have one scale.",
  statuses: () => ["modelled", "quoted"],
  lead: (get, form) => (form === "card" ? ["nights"] : filmstripChart(rows(get), counted(get), "square")),
  panels: (get) => {
    const drawn = (size: Size): ReturnType<typeof filmstripChart> => filmstripChart(rows(get), counted(get), size);
    return [{ id: "nights", wide: drawn("wide"), narrow: drawn("narrow") }];
  },
  alt: (get) => {
    const { hosts, ratePerMinute, windowHours, seeds } = get("sensor-chance");
    return [
      `Filmstrip of ${numberWords(seeds.length)} simulated nights, each with the machines that networks of three sizes meet in ${numberWords(windowHours)} hours of ${numberWords(hosts)} that scan at ${numberWords(ratePerMinute)} tries a minute.`,
      `${sensors(get).map(({ addresses, least, most, spreadPercent }) => `${numberWords(addresses)} addresses met from ${numberWords(least)} to ${numberWords(most)}, a spread of ${percent(spreadPercent)}`).join("; ")}.`,
      `XS4ALL’s ${counted(get).words} lies among those of the middle size, which was chosen to fit it. Chance moves a count by percents, the size by multiples; the size of XS4ALL’s network is not known. Table follows.`,
    ].join(" ");
  },
  table: (get) => {
    const { seeds } = get("sensor-chance");
    return {
      columns: [
        { key: "night", label: "Night", numeric: true },
        { key: "seed", label: "Seed" },
        ...sensors(get).map((sensor) => ({ key: rowKey(sensor), label: `Met by ${numberWords(sensor.addresses)} addresses, ${sensor.why}`, numeric: true })),
      ],
      rows: [
        ...seeds.map((seed, night) => ({ night: night + 1, seed: String(seed), ...Object.fromEntries(sensors(get).map((sensor) => [rowKey(sensor), sensor.met[night] ?? 0])) })),
        { night: "expected", seed: "none", ...Object.fromEntries(sensors(get).map((sensor) => [rowKey(sensor), Math.round(sensor.expected)])) },
        { night: "spread", seed: "none", ...Object.fromEntries(sensors(get).map((sensor) => [rowKey(sensor), percent(sensor.spreadPercent)])) },
      ],
    };
  },
  sources: (get) => claimSources(claimsById(get, ["xs4all-unique-8h", "sans-cumulative"])),
  notes: ["SANS’s total stands for the machines at work; any other would move all bars alike. The spread runs from the least to the most, in per cent of what is expected."],
  objection: "Real nights differ by more than luck: machines scan at unequal speeds, wake and are cleaned, so the spread shown is the least that there can be.",
};
