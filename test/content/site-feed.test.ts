import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import type { Correction } from "../../src/content/correction.ts";
import { siteFeed } from "../../src/content/site-feed.ts";
import type { Version } from "../../src/content/version.ts";

const address = (path: string): string => `https://example.org/base${path}`;
const correction = (id: string, date: string): Correction => ({ id, date, kind: "method", title: `Title <of> ${id}`, affects: ["claim:a"], was: "one.", now: "two.", why: "because", noticed: "a reader" });
const version = (day: string): Version => ({ version: day.replaceAll("-", ""), day, sha256: "0".repeat(64), files: 1, corrections: [] });
const entriesOf = (text: string) =>
  [...new JSDOM(text, { contentType: "application/xml" }).window.document.querySelectorAll("entry")].map((entry) => ({
    id: entry.querySelector("id")?.textContent,
    link: entry.querySelector("link")?.getAttribute("href"),
    title: entry.querySelector("title")?.textContent,
    updated: entry.querySelector("updated")?.textContent,
    content: entry.querySelector("content")?.textContent,
  }));

const log = [correction("2026-11-24-b", "2026-11-24"), correction("2026-11-24-a", "2026-11-24"), correction("2026-11-20-c", "2026-11-20")];
const text = siteFeed(log, [version("2026-11-22")], address);

describe("the feed of the site", () => {
  it("holds corrections and versions together, newest first, those of one day by id", () => {
    expect(entriesOf(text)).toEqual([
      { id: "https://example.org/base/corrections/#2026-11-24-a", link: "https://example.org/base/corrections/#entry-2026-11-24-a", title: "Correction: Title <of> 2026-11-24-a", updated: "2026-11-24T00:00:00Z", content: "Was: one. Now: two." },
      { id: "https://example.org/base/corrections/#2026-11-24-b", link: "https://example.org/base/corrections/#entry-2026-11-24-b", title: "Correction: Title <of> 2026-11-24-b", updated: "2026-11-24T00:00:00Z", content: "Was: one. Now: two." },
      { id: "https://example.org/base/v/20261122/", link: "https://example.org/base/v/20261122/", title: "Frozen version of 2026-11-22", updated: "2026-11-22T00:00:00Z", content: "The site as it was on 2026-11-22, kept byte for byte." },
      { id: "https://example.org/base/corrections/#2026-11-20-c", link: "https://example.org/base/corrections/#entry-2026-11-20-c", title: "Correction: Title <of> 2026-11-20-c", updated: "2026-11-20T00:00:00Z", content: "Was: one. Now: two." },
    ]);
  });

  it("is dated by its newest entry, a version too, and does not depend on the order it was given", () => {
    const dated = (feed: string): string | undefined => /^ {2}<updated>(.*)<\/updated>$/m.exec(feed)?.[1];
    expect(dated(text)).toBe("2026-11-24T00:00:00Z");
    expect(dated(siteFeed(log, [version("2026-12-01")], address))).toBe("2026-12-01T00:00:00Z");
    expect(siteFeed([...log].reverse(), [version("2026-11-22")], address)).toBe(text);
  });

  it("cannot be empty: it would have no date", () => {
    expect(() => siteFeed([], [], address)).toThrow("a feed needs an entry to take its date from");
  });
});
