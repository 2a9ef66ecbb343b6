import fs from "node:fs";
import path from "node:path";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { readInputFiles, root } from "../../scripts/input-files.ts";
import { claims } from "../../src/aggregates/claims.ts";
import { results } from "../../src/aggregates/results.ts";
import { affectedPages, type Correction, correctionSchema, newestFirst } from "../../src/content/correction.ts";
import { correctionsFeed } from "../../src/content/corrections-feed.ts";
import { readRecords } from "../../src/readers/records.ts";

const folder = path.join(root, "src/content/corrections");
const log: Correction[] = fs
  .readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => ({ id: name.replace(/\.json$/, ""), ...correctionSchema.parse(JSON.parse(fs.readFileSync(path.join(folder, name), "utf8"))) }));
const records = readRecords(readInputFiles());
const known = {
  claim: claims(records).rows.map((row) => row.id),
  dataset: records.cards.map((card) => card.id),
  result: results(records).rows.map((row) => row.id),
  figure: fs.readdirSync(path.join(root, "src/figures")).map((name) => name.replace(/\.ts$/, "")),
};
const address = (path: string): string => `https://example.org${path}`;

describe("the log of corrections", () => {
  it("has files named after their day, and names only what exists", () => {
    expect(log.length).toBeGreaterThanOrEqual(6);
    for (const entry of log) {
      expect(entry.id.startsWith(`${entry.date}-`), entry.id).toBe(true);
      expect(affectedPages(entry, known).length).toBe(entry.affects.length);
    }
  });

  it("stops the build at an id that leads nowhere, naming the file", () => {
    expect(() => affectedPages({ id: "2026-01-01-x", affects: ["claim:gone"] }, known)).toThrow("src/content/corrections/2026-01-01-x.json affects claim:gone, and there is no such claim");
  });

  it("prints the numbers of the ledger and the results as they stand now", () => {
    const words = new Map([...claims(records).rows, ...results(records).rows].map((row) => [row.id, row.words]));
    const now = new Map(log.map((entry) => [entry.id, `${entry.now} ${entry.why}`.replaceAll("\u00a0", " ")]));
    expect(now.get("2026-11-23-caida-375000")).toContain(words.get("caida-07"));
    expect(now.get("2026-11-23-class-b-share")).toContain(words.get("class-b-hour-share")?.replaceAll("\u00a0", " "));
    expect(now.get("2026-11-23-class-b-share")).toContain(words.get("active-if-class-b"));
    expect(now.get("2026-11-23-telescope-size")).toContain("16,908,288");
    expect(records.cards.find((card) => card.id === "caida-2001-07-19-cumulative")?.monitored_addresses).toBe(16_908_288);
  });

  it.each([
    ["a day that does not exist", { date: "2026-02-30" }],
    ["an unknown kind", { kind: "other" }],
    ["nothing touched", { affects: [] }],
    ["a thing without its kind", { affects: ["sans-08"] }],
    ["an empty reason", { why: "" }],
    ["a field nobody knows", { severity: 1 }],
  ])("refuses %s", (_, change) => {
    const entry = JSON.parse(fs.readFileSync(path.join(folder, `${log[0]?.id ?? ""}.json`), "utf8")) as object;
    expect(correctionSchema.safeParse(entry).success).toBe(true);
    expect(correctionSchema.safeParse({ ...entry, ...change }).success).toBe(false);
  });

  it("stands newest first, in an order that does not depend on the disk", () => {
    const entries = [...log, { ...(log[0] as Correction), id: "2027-01-01-later", date: "2027-01-01" }];
    expect(newestFirst(entries)[0]?.id).toBe("2027-01-01-later");
    expect(newestFirst([...entries].reverse())).toEqual(newestFirst(entries));
  });
});

describe("the feed of corrections", () => {
  const text = correctionsFeed(newestFirst(log), address);
  const feed = new JSDOM(text, { contentType: "application/xml" }).window.document;

  it("has what RFC 4287 asks of a feed and of each entry", () => {
    expect(feed.documentElement.namespaceURI).toBe("http://www.w3.org/2005/Atom");
    for (const name of ["id", "title", "updated", "author > name"]) expect(feed.querySelector(`feed > ${name}`)?.textContent).toBeTruthy();
    const entries = [...feed.querySelectorAll("entry")];
    expect(entries).toHaveLength(log.length);
    for (const entry of entries) for (const name of ["id", "title", "updated", "content"]) expect(entry.querySelector(name)?.textContent).toBeTruthy();
    expect(new Set(entries.map((entry) => entry.querySelector("id")?.textContent)).size).toBe(log.length);
  });

  it("leads to each entry's section, and keeps the ids that were published before the links were right", () => {
    const entry = [...feed.querySelectorAll("entry")].find((each) => each.querySelector("id")?.textContent === "https://example.org/corrections/#2026-11-23-sans-start");
    expect(entry?.querySelector("link")?.getAttribute("href")).toBe("https://example.org/corrections/#entry-2026-11-23-sans-start");
  });

  it("is dated by its newest entry, so that a build changes nothing by itself", () => {
    expect(feed.querySelector("feed > updated")?.textContent).toBe(`${newestFirst(log)[0]?.date ?? ""}T00:00:00Z`);
    expect(correctionsFeed(newestFirst(log), address)).toBe(text);
  });

  it("stays well-formed whatever an entry says", () => {
    const hostile = { ...(log[0] as Correction), title: "]]> <b>&amp;\u0000\ud800" };
    const parsed = new JSDOM(correctionsFeed([hostile], address), { contentType: "application/xml" }).window.document;
    expect(parsed.querySelector("entry > title")?.textContent).toBe("]]> <b>&amp;");
  });
});
