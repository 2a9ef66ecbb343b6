import { getCollection } from "astro:content";
import { affectedPages, type Correction, newestFirst } from "../../content/correction.ts";
import { figures } from "../../figures/all.ts";
import { get } from "../../published.ts";

/** A correction with the pages that it touches. */
export interface LinkedCorrection extends Correction {
  readonly pages: readonly { readonly label: string; readonly path: `/${string}` }[];
}

/** The log, newest first. @throws naming the file of an entry that touches something which does not exist */
export async function corrections(): Promise<LinkedCorrection[]> {
  const entries = (await getCollection("corrections")).map((entry): Correction => ({ id: entry.id, ...entry.data }));
  const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map((row) => row.id);
  const known = { claim: ids(get("claims").rows), dataset: ids(get("datasets").rows), result: ids(get("results").rows), figure: ids(figures) };
  const names = new Map<string, string>([
    ...get("claims").rows.map((claim): [string, string] => [`claim ${claim.id}`, `${claim.organisation}: ${claim.wordsAsStated}`]),
    ...get("results").rows.map((result): [string, string] => [`result ${result.id}`, `computed here: ${result.label}`]),
    ...get("datasets").rows.map((card): [string, string] => [`dataset ${card.id}`, `data: ${card.source.title}, ${card.recorder}`]),
    ...figures.map((figure): [string, string] => [`figure ${figure.id}`, `figure “${figure.title(get)}”`]),
  ]);
  return newestFirst(entries).map((entry) => ({ ...entry, pages: affectedPages(entry, known).map(({ label, path }) => ({ label: names.get(label) ?? label, path })) }));
}
