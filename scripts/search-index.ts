import fs from "node:fs";
import path from "node:path";
import * as pagefind from "pagefind";
import { filesBelow, writeFile } from "./site-files.ts";

/** Pages that repeat others, or are for other sites, or are old. */
const left = /^(?:embed|dossier|v)\/|^(?:404|search\/index)\.html$/;
/** Parts of a page that say again what stands beside them, or whose text runs together: cards of facts, drawings (their tables are searched), code; and names that only files use: ids, columns of tables, labels of fields. */
const unsearched = [".claim-fields th", ".head > .meta:first-child", "table.dictionary", ".fact-card", ".fact-mark", ".print-notes", "svg", "pre"];
/** Ready-made interfaces of the library, which this site does not use. */
const unused = /(?:-ui\.|highlight|component|worker|wasm\.unknown)/;

/**
 * Adds the index of the search to a built site, made from the text in `<main>` of each page. The same pages give the same bytes.
 * @returns number of pages in it
 * @throws with the library's own words
 */
export async function addSearchIndex(dist: string): Promise<number> {
  const pages = filesBelow(dist).filter((file) => file.endsWith(".html") && !left.test(file));
  const { index, errors } = await pagefind.createIndex({ rootSelector: "main", excludeSelectors: unsearched, forceLanguage: "en" });
  if (index === undefined) throw new Error(`the index of the search: ${errors.join("; ")}`);
  try {
    for (const page of pages) {
      const added = await index.addHTMLFile({ url: page.replace(/(^|\/)index\.html$/, "$1"), content: fs.readFileSync(path.join(dist, page), "utf8") });
      if (added.errors.length > 0) throw new Error(`the index of the search: ${page}: ${added.errors.join("; ")}`);
    }
    const { files } = await index.getFiles();
    for (const file of files.filter(({ path: name }) => !unused.test(name))) writeFile(path.join(dist, "pagefind"), file.path, file.content);
  } finally {
    await pagefind.close();
  }
  return pages.length;
}
