import type { Get } from "../aggregates/all.ts";
import type { PairPoint } from "../aggregates/half-hour-curve.ts";
import { pairCurveChart } from "../charts/pair-curve.ts";
import { fixedWords, numberWords, significantWords } from "../schema/format.ts";
import { claimsById, claimSources } from "./claim-table.ts";
import type { Figure } from "./figure.ts";
import { walls } from "./walls.ts";

const labelled = [700, 500, 480, 472] as const;

const ends = (get: Get): { readonly first: PairPoint; readonly last: PairPoint } => {
  const { marked } = get("half-hour-curve");
  const [first, last] = [marked[0], marked.at(-1)];
  if (first === undefined || last === undefined) throw new Error("the curve of the half-hour has no points");
  return { first, last };
};

/** XS4ALL's half-hour and eight hours, solved together: any total from twelve thousand up. */
export const pairDecidesNothing: Figure = {
  id: "pair-decides-nothing",
  from: ["half-hour-curve", "claims"],
  span: "figure",
  title: () => "XS4ALL’s two counts together fit almost any total",
  subtitle: (get) => {
    const { wholeCount, parts, printedHalfHour } = get("half-hour-curve");
    return `Infected machines in all that fit ${numberWords(wholeCount)} in ${numberWords(parts)} half-hours, by what a typical half-hour was. XS4ALL printed one, ${numberWords(printedHalfHour)}, and not which. Modelled, steady number of machines.`;
  },
  holds: (get) => {
    const { first, last } = ends(get);
    const [symantec, sans] = claimsById(get, ["symantec-bound", "sans-cumulative"]);
    return first.hosts < (symantec?.value ?? 0) && last.hosts > (sans?.value ?? Infinity) && last.hosts / first.hosts > 50;
  },
  howToRead: "Follow the curve to the left: if the printed half-hour was a busy one and a typical one lower, the total that fits climbs without end. On the hatched ground no total fits.",
  statuses: () => ["modelled"],
  panels: (get) => {
    const { curve, marked, edge, printedHalfHour } = get("half-hour-curve");
    const words = { edge, printed: printedHalfHour, labelled };
    return [{ id: "curve", wide: pairCurveChart(curve, marked, walls(get), words, "wide"), narrow: pairCurveChart(curve, marked, walls(get), words, "narrow") }];
  },
  alt: (get) => {
    const { wholeCount, parts, edge, marked } = get("half-hour-curve");
    return [
      `Line chart of the number of infected machines that fits XS4ALL’s ${numberWords(wholeCount)} in ${numberWords(parts)} half-hours, by the machines met in a typical half-hour, on a scale where each step is ten times.`,
      `${marked.map(({ halfHour, hosts }) => `${numberWords(halfHour)}: ${significantWords(hosts)}`).join("; ")}; at ${fixedWords(edge, 1)} or fewer no finite total fits.`,
      "The total climbs without end as the half-hour falls by a third, through Symantec’s bound and SANS’s total. Whether the half-hour that XS4ALL printed was typical is not known. Table follows.",
    ].join(" ");
  },
  table: (get) => {
    const { marked, edge, refusal } = get("half-hour-curve");
    return {
      columns: [
        { key: "halfHour", label: "Machines in a typical half-hour", numeric: true },
        { key: "hosts", label: "Total that fits", numeric: true },
        { key: "label", label: "As labelled", numeric: true },
        { key: "addresses", label: "Addresses watched that fit, at the July rate", numeric: true },
        { key: "claim", label: "Claims" },
      ],
      rows: [
        ...marked.map(({ halfHour, hosts, addresses }) => ({ halfHour, hosts: Math.round(hosts), label: significantWords(hosts), addresses: Math.round(addresses), claim: "xs4all-unique-8h xs4all-half-hour" })),
        { halfHour: `${fixedWords(edge, 1)} or fewer`, hosts: "none", label: "none", addresses: refusal.split(":")[0] ?? refusal, claim: "xs4all-unique-8h xs4all-half-hour" },
      ],
    };
  },
  sources: (get) => claimSources(claimsById(get, ["xs4all-unique-8h", "xs4all-half-hour"])),
  notes: ["XS4ALL called what it met in the half-hour “unique attacks”, and in the night “unique infected machines”. If an attack is not a machine, the two cannot be joined at all."],
  objection: "The worm was still waking up that night: with a growing number of machines no half-hour is typical, and the sum is void.",
};
