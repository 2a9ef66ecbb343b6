import type { Get } from "../aggregates/all.ts";
import type { ClaimEntry } from "../aggregates/claims.ts";
import { type ShareRow, shareRangeChart } from "../charts/share-range.ts";
import { isNumeric } from "../schema/operator.ts";
import { fixedWords } from "../schema/format.ts";
import { quantities } from "../schema/quantity.ts";
import { claimColumns, claimRow, claimSources, claimsById, statusesOf } from "./claim-table.ts";
import { july } from "./country-rows.ts";
import type { Figure } from "./figure.ts";

const ids = ["xs4all-asia-probes", "xs4all-asia-machines", "sans-asia-unconfirmed", "symantec-asia-probable", "fsecure-korea", "caida-13"] as const;

const labels: Readonly<Record<(typeof ids)[number], string>> = {
  "xs4all-asia-probes": "XS4ALL: Asia",
  "xs4all-asia-machines": "XS4ALL: Asia, “now”",
  "sans-asia-unconfirmed": "SANS: Asia",
  "symantec-asia-probable": "Symantec: Asia",
  "fsecure-korea": "F-Secure: South Korea, 19 July",
  "caida-13": "CAIDA: four countries, 19 July",
};

const denominators: Readonly<Record<(typeof ids)[number], string>> = {
  "xs4all-asia-probes": "of the probes",
  "xs4all-asia-machines": "of the machines",
  "sans-asia-unconfirmed": "of what, not stated",
  "symantec-asia-probable": "of activity",
  "fsecure-korea": "of the servers",
  "caida-13": "of the addresses",
};

const missing: Partial<Readonly<Record<(typeof ids)[number], NonNullable<ShareRow["missing"]>>>> = {
  "sans-asia-unconfirmed": { kind: "not_published", words: "not published: could not confirm" },
  "symantec-asia-probable": { kind: "opinion_only", words: "opinion, no figure: “probable”" },
};

const entries = (get: Get): ClaimEntry[] => claimsById(get, ids);

/** Asia’s share in the table of 19 July, %: at least its four countries, at most those and everything that the table does not break down. */
function julyBounds(get: Get): { readonly low: number; readonly high: number; readonly lowWords: string; readonly highWords: string } {
  const four = get("results").rows.find((result) => result.id === "caida-four-asia-share");
  if (typeof four?.value !== "number") throw new Error("the share of four Asian countries is missing");
  const high = (four.value + july(get).notBrokenDown.share) * 100;
  return { low: four.value * 100, high, lowWords: four.words, highWords: `${fixedWords(high, 1)}\u00a0%` };
}

function rows(get: Get): ShareRow[] {
  const bounds = julyBounds(get);
  return entries(get).map((claim) => {
    const id = claim.id as (typeof ids)[number];
    const counted = claim.id === "caida-13";
    return {
      // Our sum of four countries is no claim of CAIDA’s.
      key: counted ? "caida-four-asia-share" : claim.id,
      organisation: claim.organisation,
      // The sum of four countries is below Asia's share: a bound from beneath.
      operator: counted ? "gt" : claim.operator,
      value: counted ? bounds.low : claim.value,
      low: counted ? null : claim.low,
      high: counted ? null : claim.high,
      ceiling: counted ? { value: bounds.high, words: `at most ${bounds.highWords}` } : null,
      label: labels[id],
      denominator: denominators[id],
      signs: counted ? `> ${bounds.lowWords}` : claim.signs,
      missing: counted || isNumeric(claim.operator) ? null : (missing[id] ?? { kind: "not_published", words: "not published" }),
    };
  });
}

/** How much of it was Asia, by whom, and of what. */
export const asiaShare: Figure = {
  id: "asia-share",
  from: ["claims", "results", "countries-caida-2001-07-19"],
  span: "figure",
  title: () => "XS4ALL put most in Asia; July’s table did not",
  subtitle: () => "Shares of Code Red activity placed in Asia or in Asian countries, as stated on 2 August 2001 and for 19 July. The bold words say what each is a share of.",
  holds: (get) => {
    const [probes, machines] = claimsById(get, ["xs4all-asia-probes", "xs4all-asia-machines"]);
    return probes?.quantity === "share_of_probes" && machines?.quantity === "share_of_machines" && (probes.value ?? 0) > 50 && (machines.low ?? 0) > 50 && julyBounds(get).high < 50;
  },
  howToRead: "An open mark is “about”. A thick bar spans the two ends that were stated. A fading bar is “more than”; where the most it can be is known, it ends there. Hatching means that no share was published; crossed lines, that an opinion was given without a figure.",
  statuses: (get) => statusesOf(entries(get)),
  lead: (get, form) => (form === "card" ? ["shares"] : shareRangeChart(rows(get).filter(({ missing: none }) => none === null), "narrow")),
  panels: (get) => [{ id: "shares", wide: shareRangeChart(rows(get), "wide"), narrow: shareRangeChart(rows(get), "narrow") }],
  alt: (get) => {
    const [probes, machines, , , korea] = entries(get);
    const { lowWords, highWords } = julyBounds(get);
    return `Dot and range chart of shares placed in Asia. XS4ALL put ${probes?.words ?? ""} of probes, and ${machines?.words ?? ""} of machines, in Asia; SANS could not confirm the percentage; Symantec found it probable and gave no figure. For 19 July, F-Secure put ${korea?.words ?? ""} of servers in South Korea, and CAIDA’s four Asian countries of the top ten come to ${lowWords}; with everything else that its table does not break down, Asia had at most ${highWords}. The denominators, waves and hours differ. Table follows.`;
  },
  table: (get) => ({
    columns: [{ key: "of", label: "Share of" }, { key: "counts", label: "What that counts" }, ...claimColumns],
    rows: entries(get).map((claim) => ({ of: denominators[claim.id as (typeof ids)[number]], counts: quantities[claim.quantity].counts, ...claimRow(claim), number: claim.id === "caida-13" ? `${julyBounds(get).lowWords} (four countries); Asia at most ${julyBounds(get).highWords}` : (rows(get).find((row) => row.key === claim.id)?.signs ?? claim.words) })),
  }),
  sources: (get) => claimSources(entries(get)),
  notes: ["XS4ALL did not say what it meant by Asia. CAIDA’s row is our sum of South Korea, China, Taiwan and Japan; Asia as a whole is more, and at most that sum with everything the table does not break down."],
  objection: "The rows differ in wave, hour, instrument and denominator, so a difference between them is not a change.",
};
