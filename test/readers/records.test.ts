import { describe, expect, it } from "vitest";
import { bytesOf, cardsFile, changeRow, claimsFile, messages, readingsFile, sansFile, withBytes, without, withText, xs4allFile } from "./altered-files.ts";

const countriesFile = "data/records/countries/caida-2001-07-19-countries.csv";
const one = "1 problem in 1 file of records";

describe("records with one thing wrong stop the build with one line that says where, what and what to do", () => {
  it("a header with semicolons for commas", () => {
    expect(messages(withText(claimsFile, (text) => text.replace(/^.*\n/, (line) => line.replaceAll(",", ";"))))).toEqual([
      one,
      'data/records/claims.csv:1: found "id;organisation;speaker;speaker_role;relayed_by;operator;value_low;value;value_h…", expected commas between the columns; the header uses semicolons',
    ]);
  });

  it("a row with semicolons for commas", () => {
    const row = "2001-08-01T22:00Z,2001-08-02T06:00Z,unique_sources,eq,7528,,,";
    expect(messages(withText(xs4allFile, (text) => text.replace(row, row.replaceAll(",", ";"))))).toEqual([
      one,
      'data/records/series/xs4all-2001-08.csv:3: found "2001-08-01T22:00Z;2001-08-02T06:00Z;unique_sources;eq;7528;;;stated: midnight un…", expected 8 cells, one a column; there are 1 (this row uses semicolons)',
    ]);
  });

  it("a claim whose window ends before it starts", () => {
    const files = withText(claimsFile, changeRow("xs4all-unique-8h", (row) => row.replace("2001-08-01T22:00Z,2001-08-02T06:00Z", "2001-08-02T06:00Z,2001-08-01T22:00Z")));
    expect(messages(files)).toEqual([one, 'data/records/claims.csv:2 window_end_utc: found "2001-08-01T22:00Z", expected a time after window_start_utc, 2001-08-02T06:00Z; windows are half-open']);
  });

  it("a value of a series whose window ends before it starts", () => {
    const files = withText(xs4allFile, (text) => text.replace("2001-08-01T22:00Z,2001-08-02T06:00Z", "2001-08-02T06:00Z,2001-08-01T22:00Z"));
    expect(messages(files)).toEqual([
      one,
      'data/records/series/xs4all-2001-08.csv:3 window_end_utc: found "2001-08-01T22:00Z", expected a time at or after window_start_utc, 2001-08-02T06:00Z; windows are half-open',
    ]);
  });

  it("a time that does not exist", () => {
    expect(messages(withText(xs4allFile, (text) => text.replace("2001-08-02T06:00Z", "2001-08-32T06:00Z")))).toEqual([
      one,
      'data/records/series/xs4all-2001-08.csv:3 window_end_utc: found "2001-08-32T06:00Z", expected a time in UTC that exists, such as 2001-08-01T22:00Z',
    ]);
  });

  it("an operator that is not in the vocabulary", () => {
    expect(messages(withText(claimsFile, changeRow("symantec-bound", (row) => row.replace(",lt,", ",under,"))))).toEqual([
      one,
      'data/records/claims.csv:9 operator: found "under", expected one of eq approx range lt gt denied rank qualitative not_stated',
    ]);
  });

  it("a negative count of a claim", () => {
    expect(messages(withText(claimsFile, changeRow("xs4all-unique-8h", (row) => row.replace(",7528,", ",-7528,"))))).toEqual([
      one,
      'data/records/claims.csv:2 value: found "-7528", expected a number of 0 or more in plain digits, without commas or a sign, or nothing',
    ]);
  });

  it("a negative count of a country", () => {
    expect(messages(withText(countriesFile, (text) => text.replace(",157694,", ",-157694,")))).toEqual([
      one,
      'data/records/countries/caida-2001-07-19-countries.csv:2 hosts: found "-157694", expected a whole number of 0 or more in plain digits',
    ]);
  });

  it("bytes that are not UTF-8, such as a name saved as Latin-1", () => {
    const bytes = bytesOf(claimsFile);
    const name = Buffer.from(bytes).indexOf("André Post");
    // é is two bytes in UTF-8; Latin-1 has the single byte 0xe9 for it.
    const latin1 = Uint8Array.from([...bytes.subarray(0, name + 4), 0xe9, ...bytes.subarray(name + 6)]);
    expect(messages(withBytes(claimsFile, latin1))).toEqual([one, 'data/records/claims.csv:9: found "byte 0xe9", expected UTF-8 text; save the file as UTF-8']);
  });

  it("a last character that is cut short", () => {
    const cut = Uint8Array.from([...bytesOf(xs4allFile), 0xe2, 0x80]);
    expect(messages(withBytes(xs4allFile, cut))).toEqual([one, 'data/records/series/xs4all-2001-08.csv:5: found "a character cut short", expected UTF-8 text; save the file as UTF-8']);
  });

  it("an empty table", () => {
    expect(messages(withBytes(xs4allFile, new Uint8Array()))).toEqual([one, "data/records/series/xs4all-2001-08.csv: expected a header row and at least one row; the file is empty"]);
  });

  it("a table with a header and nothing below", () => {
    expect(messages(withText(xs4allFile, (text) => text.slice(0, text.indexOf("\n") + 1)))).toEqual([
      one,
      "data/records/series/xs4all-2001-08.csv:1: expected at least one row below the header",
    ]);
  });

  it("an empty list of cards", () => {
    expect(messages(withBytes(cardsFile, new Uint8Array()))).toEqual([one, "data/records/datasets.json: expected a JSON list of dataset cards; the file is empty"]);
  });

  it("a missing file that a card names", () => {
    expect(messages(without(xs4allFile))).toEqual([one, "data/records/series/xs4all-2001-08.csv: expected this file to exist; restore it, or take its entry out of data/records/datasets.json"]);
  });

  it("a missing ledger", () => {
    expect(messages(without(claimsFile))).toEqual([one, "data/records/claims.csv: expected this file to exist; restore it"]);
  });

  it("a thousands comma that makes a cell too many", () => {
    expect(messages(withText(xs4allFile, (text) => text.replace("eq,7528,,,", "eq,7,528,,,")))).toEqual([
      one,
      'data/records/series/xs4all-2001-08.csv:3: found "2001-08-01T22:00Z,2001-08-02T06:00Z,unique_sources,eq,7,528,,,stated: midnight u…", expected 8 cells, one a column; there are 9 (quote cells that hold a comma)',
    ]);
  });

  it("an id used twice", () => {
    const again = withText(claimsFile, (text) => `${text.trimEnd()}\n${text.split("\n")[1] ?? ""}\n`);
    expect(messages(again)).toEqual([one, expect.stringMatching(/^data\/records\/claims\.csv:\d+ id: found "xs4all-unique-8h", expected an id used once; line 2 has it already$/)]);
  });

  it("a column that is not known, and the one that it replaces", () => {
    expect(messages(withText(xs4allFile, (text) => text.replace("value,low", "worth,low")))).toEqual([
      "2 problems in 1 file of records",
      'data/records/series/xs4all-2001-08.csv:1 value: found "window_start_utc,window_end_utc,measure,operator,worth,low,high,note", expected a column named value in the header row',
      'data/records/series/xs4all-2001-08.csv:1 worth: found "worth", expected only the columns window_start_utc, window_end_utc, measure, operator, value, low, high, time_uncertainty_minutes, suspect, claim, status, note',
    ]);
  });

  it("more than fifteen words of a source", () => {
    const sixteen = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen";
    expect(messages(withText(claimsFile, changeRow("symantec-bound", (row) => row.replace(/"the number of infected servers is well under 100,000"/, sixteen))))).toEqual([
      one,
      'data/records/claims.csv:9 evidence: found "one two three four five six seven eight nine ten eleven twelve thirteen fourteen…", expected at most 15 words of the source',
    ]);
  });

  it("a row of a series that names a claim which is not in the ledger", () => {
    expect(messages(withText(sansFile, (text) => text.replace(",sans-01,", ",sans-99,")))).toEqual([
      one,
      'data/records/series/sans-cumulative-2001-08.csv:2 claim: found "sans-99", expected the id of a row of data/records/claims.csv',
    ]);
  });

  it("a claim that nobody has classified", () => {
    const files = withText(readingsFile, (text) => text.replace(/^symantec-bound,.*\n/m, ""));
    expect(messages(files)).toEqual([one, 'data/records/claims.csv:9 id: found "symantec-bound", expected a row for this claim in data/records/claim-readings.csv']);
  });

  it("a file that no card names", () => {
    const files = withBytes("data/records/series/stray.csv", new TextEncoder().encode("a,b\n1,2\n"));
    expect(messages(files)).toEqual([one, "data/records/series/stray.csv: expected a card in data/records/datasets.json that names this file, or the file removed"]);
  });

  it("a list of cards with a comma left out, by the line at which it breaks", () => {
    expect(messages(withText(cardsFile, (text) => text.replace('"status": "quoted",', '"status": "quoted"')))).toEqual([
      one,
      'data/records/datasets.json:9 [0].zone_basis: found ""zone_basis": "\\"loc", expected JSON (CommaExpected)',
    ]);
  });

  it("a card with a word for a number, by its line", () => {
    expect(messages(withText(cardsFile, (text) => text.replace('"monitored_addresses": null', '"monitored_addresses": "many"')))).toEqual([
      one,
      'data/records/datasets.json:7 [0].monitored_addresses: found ""many"", expected a whole number, or null where not stated',
    ]);
  });
});

describe("records with several things wrong", () => {
  it("are reported in one go, over several files and rows", () => {
    const series = withText(xs4allFile, (text) => text.replace(",7528,", ",-7528,").replace(",3950,", ",n/a,"));
    expect(messages(withText(claimsFile, changeRow("symantec-bound", (row) => row.replace(",lt,", ",under,")), series))).toEqual([
      "3 problems in 2 files of records",
      'data/records/claims.csv:9 operator: found "under", expected one of eq approx range lt gt denied rank qualitative not_stated',
      'data/records/series/xs4all-2001-08.csv:2 value: found "n/a", expected a number of 0 or more in plain digits, without commas or a sign, or nothing',
      'data/records/series/xs4all-2001-08.csv:3 value: found "-7528", expected a number of 0 or more in plain digits, without commas or a sign, or nothing',
    ]);
  });

  it("a bad card and a bad row are both named", () => {
    const cards = withText(cardsFile, (text) => text.replace('"monitored_addresses": null', '"monitored_addresses": 0'));
    expect(messages(withText(claimsFile, changeRow("symantec-bound", (row) => row.replace(",lt,", ",under,")), cards))).toEqual([
      "2 problems in 2 files of records",
      'data/records/claims.csv:9 operator: found "under", expected one of eq approx range lt gt denied rank qualitative not_stated',
      'data/records/datasets.json:7 [0].monitored_addresses: found "0", expected a number above 0, or null where not stated',
    ]);
  });
});

describe("records that only look odd are read rightly", () => {
  it("the committed files as they are", () => {
    expect(messages(withText(xs4allFile, (text) => `${text}\n`))).toEqual([]);
  });

  it("a table with a byte-order mark", () => {
    expect(messages(withText(claimsFile, (text) => `\ufeff${text}`))).toEqual([]);
  });

  it("tables and cards with Windows line ends", () => {
    const crlf = (text: string): string => text.replaceAll("\n", "\r\n");
    expect(messages(withText(cardsFile, crlf, withText(claimsFile, crlf)))).toEqual([]);
  });
});
