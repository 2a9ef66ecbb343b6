import fs from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { JSDOM } from "jsdom";

const dist = path.resolve(import.meta.dirname, "../../dist");
const read = (file: string): string => fs.readFileSync(path.join(dist, file), "utf8");

/** Absolute address of the site's root, as the feed gives it. */
const root = ((): string => {
  const self = /rel="self"[^>]* href="([^"]+)feed\.xml"/.exec(read("feed.xml"))?.[1];
  if (self === undefined) throw new Error("dist/feed.xml does not give its own address");
  return self;
})();

/** Every string of a JSON value. */
const strings = (value: unknown): string[] => (typeof value === "string" ? [value] : typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : []);

/** Addresses of this site in a feed or a JSON file, each once. */
function ownLinks(file: string): string[] {
  const text = read(file);
  const all = file.endsWith(".json") ? strings(JSON.parse(text)) : [...new JSDOM(text, { contentType: "application/xml" }).window.document.querySelectorAll("link")].map((link) => link.getAttribute("href") ?? "");
  return [...new Set(all.filter((link) => link.startsWith(root)))];
}

const idsOf = new Map<string, ReadonlySet<string>>();

/** What is wrong with an address of this site; null where it leads to a file and, with a fragment, to an element. */
function fault(link: string): string | null {
  const [place = "", fragment] = link.slice(root.length).split("#");
  const file = place === "" || place.endsWith("/") ? `${place}index.html` : place;
  if (!fs.existsSync(path.join(dist, file))) return `${link}: there is no ${file}`;
  if (fragment === undefined) return null;
  const ids = idsOf.get(file) ?? new Set([...new JSDOM(read(file)).window.document.querySelectorAll("[id]")].map(({ id }) => id));
  idsOf.set(file, ids);
  return ids.has(decodeURIComponent(fragment)) ? null : `${link}: ${file} has no element with that id`;
}

for (const [file, fewest] of [["feed.xml", 3], ["corrections.xml", 3], ["corrections.json", 10], ["claims.json", 400]] as const)
  test(`every address in ${file} leads to a page, and to the part of it that is meant`, () => {
    const links = ownLinks(file);
    expect(links.length).toBeGreaterThanOrEqual(fewest);
    expect(links.map(fault).filter((each) => each !== null)).toEqual([]);
  });

test("both feeds lead to every correction", () => {
  const { corrections } = JSON.parse(read("corrections.json")) as { corrections: readonly { page: string }[] };
  for (const file of ["feed.xml", "corrections.xml"]) expect(ownLinks(file)).toEqual(expect.arrayContaining(corrections.map(({ page }) => page)));
});
