import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readInputFiles } from "../../scripts/input-files.ts";
import { claims } from "../../src/aggregates/claims.ts";
import { readRecords } from "../../src/readers/records.ts";
import { type Citable, type Citation, citationOf } from "../../src/schema/citation.ts";
import { bibtex, bibtexText, cslJson, plainCitation, ris } from "../../src/schema/citation-formats.ts";

const ledger = claims(readRecords(readInputFiles())).rows;
const pageOf = (id: string): string => `https://example.org/claims/${id}/`;
const cite = (id: string): Citation => {
  const found = ledger.find((claim) => claim.id === id);
  if (found === undefined) throw new Error(`no claim ${id}`);
  return citationOf(found, pageOf(id));
};

/** A citation from any text, hostile text included. */
const anyCitation = fc.record({ title: fc.string({ unit: "binary" }), author: fc.option(fc.string({ unit: "binary" })), note: fc.string({ unit: "binary" }) }).map(({ title, author, note }): Citation => ({ key: "code-red-x", title, author, date: [2001, 8, 2], url: "https://example.org/a?b=1&c=2", note }));

describe("a citation of XS4ALL's eight hours", () => {
  it("is one paragraph that names the source, the speaker, the relay and the claim's page", () => {
    expect(plainCitation(cite("xs4all-unique-8h"))).toBe(
      "“Experts: Most Code Red attacks coming from Asia (IDG)”, 2 August 2001. https://www.computerworld.com.au/article/41207/experts_most_code_red_attacks_coming_from_asia/. Statement of Sjoera Nas (XS4ALL Internet BV), relayed by IDG News Service: 7,528. Fields and reading: Counting Code Red, claim xs4all-unique-8h, https://example.org/claims/xs4all-unique-8h/.",
    );
  });

  it("names no author, because the speaker did not write the article", () => {
    expect(cite("xs4all-unique-8h").author).toBeNull();
    expect(cite("fsecure-03").author).toBe("F-Secure");
  });

  it("is a RIS record that begins with its type and ends", () => {
    expect(ris(cite("xs4all-unique-8h")).split("\r\n")).toEqual([
      "TY  - ELEC",
      "ID  - code-red-xs4all-unique-8h",
      "TI  - Experts: Most Code Red attacks coming from Asia (IDG)",
      "PY  - 2001",
      "DA  - 2001/08/02/",
      "UR  - https://www.computerworld.com.au/article/41207/experts_most_code_red_attacks_coming_from_asia/",
      expect.stringMatching(/^N1 {2}- Statement of Sjoera Nas/) as string,
      "ER  - ",
      "",
    ]);
  });

  it("is a CSL item with a date in parts", () => {
    expect(JSON.parse(cslJson(cite("xs4all-unique-8h")))).toMatchObject([{ id: "code-red-xs4all-unique-8h", type: "webpage", issued: { "date-parts": [[2001, 8, 2]] } }]);
  });
});

describe("a citation", () => {
  it("never gives the address of a mirror", () => {
    const mirrored = ledger.filter((claim) => claim.source.mirror && claim.source.url !== null);
    expect(mirrored.length).toBeGreaterThan(10);
    for (const claim of mirrored) for (const make of [plainCitation, bibtex, ris, cslJson]) expect(make(citationOf(claim, pageOf(claim.id))), claim.id).not.toContain(claim.source.url);
  });

  it("is as short as its date is known", () => {
    const base: Citable = { id: "x", organisation: "O", speaker: null, relayedBy: null, words: "1", status: "quoted", source: { title: "T", date: "2001-08", url: null, mirror: false } };
    expect(ris(citationOf(base, pageOf("x")))).toContain("DA  - 2001/08//\r\n");
    expect(bibtex(citationOf(base, pageOf("x")))).toContain("date = {2001-08}");
    expect(ris(citationOf({ ...base, source: { ...base.source, date: null } }, pageOf("x")))).not.toContain("DA  -");
    expect(plainCitation(citationOf({ ...base, source: { ...base.source, date: null } }, pageOf("x")))).toContain("“T”, not stated.");
  });

  it("has one key for one claim", () => {
    expect(new Set(ledger.map((claim) => citationOf(claim, "p").key)).size).toBe(ledger.length);
  });
});

describe("whatever the text, a record stays one record", () => {
  it("BibTeX: signs that TeX reads are escaped", () => {
    expect(bibtexText("100 % & #1_{x} $2 ~ ^ \\")).toBe("100 \\% \\& \\#1\\_\\{x\\} \\$2 \\textasciitilde{} \\textasciicircum{} \\textbackslash{}");
  });

  it("BibTeX: braces stay balanced and no field begins a line of its own", () => {
    fc.assert(
      fc.property(anyCitation, (citation) => {
        const text = bibtex(citation);
        let depth = 0;
        for (const sign of text.replace(/\\[{}]/g, "")) {
          depth += sign === "{" ? 1 : sign === "}" ? -1 : 0;
          if (depth < 0) return false;
        }
        return depth === 0 && text.trimEnd().split("\n").slice(1, -1).every((line) => /^ {2}(?:author|title|year|date|url|note) = \{/.test(line));
      }),
    );
  });

  it("RIS: every line is a tag of ours, and there is one end", () => {
    fc.assert(
      fc.property(anyCitation, (citation) => {
        const lines = ris(citation).split(/\r\n|[\r\n\u0085\u2028\u2029]/).slice(0, -1);
        return lines.every((line) => /^(?:TY|ID|AU|TI|PY|DA|UR|N1|ER) {2}- /.test(line)) && lines.filter((line) => line.startsWith("ER")).length === 1;
      }),
    );
  });

  it("CSL-JSON: reads back as it went in", () => {
    fc.assert(
      fc.property(anyCitation, (citation) => {
        const [item] = JSON.parse(cslJson(citation)) as { title: string; note: string }[];
        expect(item).toMatchObject({ title: citation.title, note: citation.note });
      }),
    );
  });
});
