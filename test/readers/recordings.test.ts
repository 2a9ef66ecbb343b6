import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readInputFiles } from "../../scripts/input-files.ts";
import { readRecords } from "../../src/readers/records.ts";
import { bytesOf, messages, withBytes, withText, without } from "./altered-files.ts";

const folder = "data/records/recordings/owt-2001-08-01";
const countsFile = `${folder}/counts.json`;
const cardFile = `${folder}/card.json`;
const logFile = "data/records/probes/owt-apache-error-2001-08-01.log";
const one = "1 problem in 1 file of records";
const sha256 = (file: string): string => createHash("sha256").update(bytesOf(file)).digest("hex");

describe("a committed recording", () => {
  const recordings = readRecords(readInputFiles()).recordings;

  it("is read with its card", () => {
    expect(recordings.map(({ id, counts, card }) => [id, counts.probes, counts.uniqueSources, card.sensor.id])).toEqual([["owt-2001-08-01", 11, 11, "home-apache"]]);
  });

  it("names on its card the hash of its counts, and of the log that it was made from", () => {
    const card = recordings[0]?.card;
    expect(card?.countsSha256).toBe(sha256(countsFile));
    expect(card?.inputs).toEqual([{ name: "owt-apache-error-2001-08-01.log", bytes: bytesOf(logFile).length, sha256: sha256(logFile) }]);
  });

  it("prints again as the bytes that were read, so that a download fits the hash", () => {
    const text = (file: string): string => new TextDecoder().decode(bytesOf(file));
    expect(`${JSON.stringify(recordings[0]?.counts, null, 1)}\n` === text(countsFile)).toBe(true);
    expect(`${JSON.stringify(recordings[0]?.card, null, 1)}\n` === text(cardFile)).toBe(true);
  });
});

describe("a recording with one thing wrong stops the build", () => {
  it("counts without a card", () => {
    expect(messages(without(cardFile))).toEqual([one, `${cardFile}: expected this file to exist; restore it`]);
  });

  it("a card without counts", () => {
    expect(messages(without(countsFile))).toEqual([one, `${countsFile}: expected this file to exist; restore it`]);
  });

  it("counts cut short", () => {
    expect(messages(withText(countsFile, (text) => text.slice(0, 400)))).toEqual([one, expect.stringMatching(/counts\.json:\d+: expected JSON \(\w+\); make the record again with npm run ingest$/)]);
  });

  it("an empty file", () => {
    expect(messages(withBytes(countsFile, new Uint8Array()))).toEqual([one, expect.stringContaining("counts.json:1: expected JSON")]);
  });

  it("a number below zero, by its line", () => {
    const text = new TextDecoder().decode(bytesOf(countsFile));
    const line = text.slice(0, text.indexOf('"probesWithoutSource"')).split("\n").length;
    expect(messages(withText(countsFile, (all) => all.replace('"probesWithoutSource": 0', '"probesWithoutSource": -1')))).toEqual([one, expect.stringContaining(`${countsFile}:${line} .probesWithoutSource: expected `)]);
  });

  it("a field that nobody knows", () => {
    expect(messages(withText(cardFile, (text) => text.replace('"title"', '"addresses": [],\n "title"')))).toHaveLength(2);
  });

  it("a card of another folder", () => {
    expect(messages(withText(cardFile, (text) => text.replace('"id": "owt-2001-08-01"', '"id": "another"')))).toEqual([one, `${cardFile} id: found "another", expected owt-2001-08-01, the name of its folder`]);
  });

  it("a card of another log", () => {
    expect(messages(withText(cardFile, (text) => text.replace('"bytes": 981', '"bytes": 982')))).toEqual([one, `${cardFile} inputs: expected the inputs of counts.json, with their bytes and hashes`]);
  });

  it("bins out of order", () => {
    expect(messages(withText(countsFile, (text) => text.replace('"start": "2001-08-01T16:30:00Z"', '"start": "2001-08-01T11:30:00Z"')))).toEqual([one, expect.stringContaining("expected bins in the order of time")]);
  });

  it.each(["from 203.0.113.7", "in 203.0.113.0/24", "in 203.0.113", "at 2001:db8:0:1:2:3"])("a caveat that holds an address or its beginning, which the message does not repeat: %s", (words) => {
    const found = messages(withText(cardFile, (text) => text.replace("No country table was used.", words)));
    expect(found).toEqual([one, expect.stringContaining("expected no network address")]);
    expect(found.join("\n")).not.toContain(words);
  });

  it("counts that were changed by hand: the card has the hash of others", () => {
    expect(messages(withText(countsFile, (text) => text.replace('"probes": 11', '"probes": 12')))).toEqual([one, expect.stringMatching(/card\.json countsSha256: found "[0-9a-f]{64}", expected [0-9a-f]{64}, the sha256 of counts\.json as it is/)]);
  });

  it("a stray file beside them", () => {
    expect(messages(withBytes(`${folder}/raw.log`, new TextEncoder().encode("x")))).toHaveLength(2);
  });
});

it("times and hashes are not taken for addresses", () => {
  expect(messages(readInputFiles())).toEqual([]);
});
