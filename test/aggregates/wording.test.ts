import { describe, expect, it } from "vitest";
import { readInputFiles } from "../../scripts/input-files.ts";
import { type ClaimEntry, claims } from "../../src/aggregates/claims.ts";
import { ownSentenceClaims } from "../../src/aggregates/safe-sentence.ts";
import { wording } from "../../src/aggregates/wording.ts";
import { readRecords } from "../../src/readers/records.ts";
import { bareValue } from "../../src/schema/format.ts";

const records = readRecords(readInputFiles());
const ledger = claims(records).rows;
const numeric = ledger.filter((claim) => bareValue({ ...claim, sign: claim.sign ?? undefined }) !== "");

function claim(id: string): ClaimEntry {
  const found = ledger.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no claim ${id}`);
  return found;
}

const nb = "\u00a0";

describe("the sentences of the article's claims", () => {
  it.each([
    ["xs4all-unique-8h", "XS4ALL Internet BV counted 7,528 “unique infected machines” on one network from 22:00 UTC on 1 August to 06:00 UTC on 2 August 2001 (local time read as Amsterdam), as relayed by IDG News Service.", "The worm had infected 7,528 machines."],
    ["xs4all-unique-wednesday", "XS4ALL Internet BV counted 3,950 “infected machines” on one network from 22:00 UTC on 31 July to 22:00 UTC on 1 August 2001 (hours assumed), as relayed by IDG News Service.", "The worm had infected 3,950 machines."],
    ["xs4all-half-hour", "As relayed by IDG News Service, XS4ALL Internet BV counted 700 “unique attacks” on one network in one half-hour of Thursday morning, 2 August; which one is not stated.", "700 machines were infected."],
    ["xs4all-asia-probes", `XS4ALL Internet BV said that about 80${nb}% “of the probes came from Asia”, as seen on one network from 22:00 UTC on 1 August to 06:00 UTC on 2 August 2001 (local time read as Amsterdam), as relayed by IDG News Service.`, `80${nb}% of all infected machines came from Asia.`],
    ["xs4all-asia-machines", `XS4ALL Internet BV said that 75–80${nb}% of machines “are in Asia”, as seen on one network on 2 August 2001, hours not stated, as relayed by IDG News Service.`, `75–80${nb}% of all infected machines are in Asia.`],
    ["xs4all-rank", "XS4ALL Internet BV gave an order of places and no figures: “after South Korea, most infected machines are in Taiwan and China”, as relayed by IDG News Service.", "XS4ALL Internet BV gave a number for this."],
    ["sans-cumulative", "SANS Institute Internet Storm Center’s running total of “infections reported” to a pool of sensors stood at 228,949 at 11:00 UTC on 2 August 2001, its start not stated, as relayed by IDG News Service.", "228,949 machines were infected at that time."],
    ["symantec-bound", "Symantec put the number of “infected servers” at well under 100,000 on 2 August 2001, hours not stated, as relayed by IDG News Service.", "Symantec counted 100,000 infected servers."],
    ["kaspersky-denial", "Kaspersky Lab disputed on 2 August 2001 that more than 150,000 “systems” were infected, and gave no count of its own, as relayed by IDG News Service; the article prints “over a 150,000 thousand” [sic].", "Kaspersky Lab counted 150,000 systems."],
    ["fsecure-nine-hours", "F-Secure spoke of more than 250,000 infected “servers” in the July outbreak within nine hours (day not stated; 19 July assumed), as relayed by IDG News Service. It is probably not its own count: a joint alert had the same figure and hours.", "250,000 machines were infected at that time."],
    ["fsecure-korea", `F-Secure said that over 10${nb}% “of the infected servers were located in South Korea” on 19 July 2001, UTC, as relayed by IDG News Service.`, `Exactly 10${nb}% of all infected machines were located in South Korea.`],
    ["sans-asia-unconfirmed", "SANS Institute said, without a number: “couldn't confirm the high percentage reported by XS4ALL”, as relayed by IDG News Service.", "SANS Institute gave a number for this."],
    ["microsoft-front-pages", "IDG found, as of 6 p.m. local time (whose is not stated), that Microsoft’s front pages for Taiwan and China offered no information.", "IDG News Service gave a number for this."],
    ["symantec-increase", "Symantec said, without a number, that it saw an “increase in infected systems, but it isn't anywhere near” the level of July, as relayed by IDG News Service.", "Symantec gave a number for this."],
    ["idg-lead-majority", "IDG News Service wrote, citing European experts and without a number: “The vast majority of servers infected ... are located in Asia”.", "IDG News Service gave a number for this."],
    ["sans-korean-schools", "SANS Institute said of any worm, not of Code Red, and without a number: “Korean high schools are usually in the top 10”, as relayed by IDG News Service.", "SANS Institute gave a number for this."],
  ])("%s", (id, write, not) => {
    expect(claim(id).wording).toMatchObject({ write, not });
  });

  it("give the reason that belongs to the field", () => {
    expect(claim("sans-cumulative").wording.why).toMatch(/^A running total never falls/);
    expect(claim("symantec-bound").wording.why).toMatch(/^It is a bound/);
    expect(claim("xs4all-asia-probes").wording.why).toMatch(/^These are probes/);
    expect(claim("kaspersky-denial").wording.why).toMatch(/^The speaker disputed/);
    expect(claim("fsecure-nine-hours").wording.why).toMatch(/It is about July/);
  });
});

describe("the sentences follow the fields", () => {
  it("a bound is never printed without its bound", () => {
    for (const { operator, words, wording: { write }, id } of numeric) if (operator === "lt" || operator === "gt") expect(write, id).toContain(words);
  });

  it("“nearly” and “well under” are kept, so that a bound close by does not read like one far off", () => {
    expect(claim("caida-04").wording.write).toContain("said that nearly 130,000 “computer systems” had been infected by 00:00 UTC on 2 August 2001, the start not stated");
    expect(claim("symantec-bound").wording.write).toContain("at well under 100,000");
    for (const { wording: { write }, id } of ledger) expect(write, id).not.toContain("at at ");
  });

  it("a running total is read at one moment, never from one time to another", () => {
    const totals = ledger.filter(({ wording: { write } }) => write.includes("running total of"));
    expect(totals.length).toBeGreaterThan(20);
    for (const { wording: { write }, id } of totals) {
      expect(write, id).not.toMatch(/ from \d\d:\d\d/);
      expect(write, id).toMatch(/its start (?:not stated|stated as|assumed to be)/);
    }
  });

  it("a number that its speaker did not print is said to be worked out, or read off, by others", () => {
    const others = numeric.filter(({ status }) => status === "derived" || status === "digitised");
    expect(others.map(({ id }) => id)).toEqual(expect.arrayContaining(["caida-13", "caida-16", "caida-17", "greshko-01"]));
    for (const { wording: { write }, id } of others) expect(write, id).toMatch(/^Our (?:sum|working)|as a student report reads/);
    const { write } = wording({ ...claim("caida-07"), status: "digitised" });
    expect(write).toContain("as read by eye");
  });

  it("an outbreak other than August's is named", () => {
    const counts = numeric.filter(({ wave, quantity }) => wave === "july" && (quantity === "machines" || quantity === "source_addresses"));
    expect(counts.length).toBeGreaterThan(10);
    for (const { wording: { write }, id } of counts) expect(write, id).toContain("July outbreak");
  });

  it("a start that is not stated is said to be so", () => {
    for (const { window, wording: { write }, id, quantity } of numeric) if (window.start === null && window.end !== null && quantity !== "money") expect(write, id).toContain("start not stated");
  });

  it("changing the operator, the wave or the way of counting changes the sentence", () => {
    const base = claim("xs4all-unique-8h");
    const changed = [wording({ ...base, operator: "gt", words: "more than 7,528" }), wording({ ...base, wave: "july" }), wording({ ...base, accumulation: "cumulative" }), wording({ ...base, vantageKind: "telescope" })];
    expect(new Set([base.wording, ...changed].map(({ write }) => write)).size).toBe(5);
  });

  it("what was counted in part of the world or of the machines is said", () => {
    expect(claim("caida-11").wording.write).toContain("United States");
    expect(claim("caida-16").wording.write).toContain("stopped probing");
  });

  it("a claim has a sentence of its own only where the ledger has the claim, and keeps its number", () => {
    for (const id of ownSentenceClaims) {
      const { wording: { write }, ...own } = claim(id);
      const bare = bareValue({ ...own, sign: own.sign ?? undefined });
      if (own.value !== 0) expect(write, id).toContain(bare);
    }
  });

  it("a rate or a span of time is printed with its unit", () => {
    expect(["caida-09", "cert-06", "cert-04", "caida-03"].map((id) => claim(id).wordsAsStated)).toEqual(["24 hours", "under 18 hours", "over 50,000 addresses an hour", "at least 2,000 hosts a minute"]);
  });

  it("the sentence not to write is never the sentence to write, and has a reason", () => {
    for (const { wording: { write, not, why }, id } of ledger) {
      expect(not, id).not.toBe(write);
      expect(why, id).not.toBe("The number does not say so.");
      expect(`${write}${not}`, id).not.toMatch(/undefined|null|NaN| {2}/);
    }
  });
});

it("every noun in quotation marks stands in the words kept of the source", () => {
  const kept = new Map(records.claims.map((row) => [row.id, `${row.evidence} ${row.comments}`.toLowerCase()]));
  const nouns = ledger.filter((each) => each.noun !== null);
  expect(nouns.length).toBeGreaterThan(40);
  expect(nouns.filter(({ id, noun }) => kept.get(id)?.includes((noun ?? "").toLowerCase()) !== true).map(({ id }) => id)).toEqual([]);
});
