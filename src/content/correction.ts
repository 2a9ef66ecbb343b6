import { z } from "zod";

/**
 * What kind of change it was.
 * - `reading` a source is read otherwise than before
 * - `source` the source itself printed another number later
 * - `method` a number computed here is computed otherwise
 * - `wording` the number stands, the words about it changed
 * - `data` a record was transcribed wrongly
 */
export const correctionKinds = { reading: "how a source is read", source: "a source revised itself", method: "how a number is computed", wording: "what is said of a number", data: "an error in a record" } as const;
export type CorrectionKind = keyof typeof correctionKinds;

const text = z.string().min(1);
const realDay = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && new Date(Date.parse(day)).toISOString().startsWith(day);

/** One change of a printed number: a file of `src/content/corrections/`. Once published, an entry is not edited; a later one follows it. */
export const correctionSchema = z.strictObject({
  /** Day of the change, ISO 8601. */
  date: z.string().refine(realDay, { error: "a day that exists, such as 2026-11-23" }),
  kind: z.enum(Object.keys(correctionKinds) as [CorrectionKind, ...CorrectionKind[]]),
  title: text,
  /** What it touches: `claim:`, `dataset:`, `result:` or `figure:` and an id. Checked when the page is built. */
  affects: z.array(z.string().regex(/^(?:claim|dataset|result|figure):[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: "claim:, dataset:, result: or figure: and an id" })).min(1),
  was: text,
  now: text,
  why: text,
  /** Who noticed. */
  noticed: text,
});
export type CorrectionData = z.infer<typeof correctionSchema>;

/** An entry with the id that its file name gives it. */
export interface Correction extends CorrectionData {
  readonly id: string;
}

/** The id of an entry's section on the page of corrections. */
export const correctionAnchor = (id: string): string => `entry-${id}`;

/** Where an entry stands: its path and fragment on the site. Every link to an entry is made from it. */
export const correctionAddress = (id: string): `/${string}` => `/corrections/#${correctionAnchor(id)}`;

/** Newest first; entries of one day in the order of their ids. */
export const newestFirst = (entries: readonly Correction[]): Correction[] => [...entries].sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? 1 : -1));

/** Ids that an entry may name. */
export interface KnownIds {
  readonly claim: readonly string[];
  readonly dataset: readonly string[];
  readonly result: readonly string[];
  readonly figure: readonly string[];
}

/**
 * The pages of what an entry touches.
 * @throws naming the entry's file and the id that leads nowhere
 */
export function affectedPages({ id, affects }: Pick<Correction, "id" | "affects">, known: KnownIds): { readonly label: string; readonly path: `/${string}` }[] {
  return affects.map((reference) => {
    const [kind, name] = reference.split(":") as [keyof KnownIds, string];
    if (!known[kind].includes(name)) throw new Error(`src/content/corrections/${id}.json affects ${reference}, and there is no such ${kind}`);
    const path = { claim: `/claims/${name}/`, dataset: `/data/#dataset-${name}`, result: `/data/results/#${name}`, figure: `/figures/${name}/` } as const;
    return { label: `${kind} ${name}`, path: path[kind] };
  });
}
