import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { builtProblems, checkSource, type Ids, idsOf, sourceProblems, sourcesOf } from "../../scripts/check-numbers.ts";
import { root } from "../../scripts/input-files.ts";
import { allowances, orphans } from "../../scripts/number-allowances.ts";

const file = "src/prose/story/x.astro";
const none: Ids = { claim: new Set(), result: new Set() };
const remedy = 'print it with <Fact claim="…"/> or <Fact result="…"/>, or, in another\'s words, put it in <q>';
const typed = (digits: string, line: number): string => `${file}:${line}: the number ${digits} is typed: ${remedy}`;
const check = (template: string): string[] => sourceProblems(file, template, none);

describe("the list of digits that need no source", () => {
  it.each(allowances)("allows $what: $example", ({ example }) => {
    expect(orphans(example)).toEqual([]);
  });

  it.each(["7,528 machines", "2000 hosts", "in 2000 hosts", "80 % of probes", "16 times 700", "30.4 times", "1/8", "14 hours", "24 h", "August 12,000", "at 8 sites"])("does not allow “%s”", (text) => {
    expect(orphans(text).length).toBeGreaterThan(0);
  });

  it("says where the number stands", () => {
    expect(orphans("On 2 August 2001 they saw 7,528.")).toEqual([{ digits: "7,528", index: 26 }]);
  });
});

describe("a number typed into a template is found, with its line", () => {
  it.each([
    ["in a sentence", "---\n---\n<p>They saw\n7,528 machines.</p>", [typed("7,528", 4)]],
    ["in a phrase of an expression", '<p>{ok && "saw 7528 machines"}</p>', [typed("7528", 1)]],
    ["in a template text", "---\nconst words = `some ${many} and 16 more`;\n---\n<p>{words}</p>", [typed("16", 2)]],
    ["between braces", "<p>{7528}</p>", [typed("7528", 1)]],
    ["in an attribute that readers see", '<Page title="7,528 machines" />', [typed("7,528", 1)]],
    ["in a description of code", "<Page description={`of ${x} and 12`} />", [typed("12", 1)]],
    ["in markup inside an expression", "<ul>{rows.map((row) => <li>{row} of 12</li>)}</ul>", [typed("12", 1)]],
    ["twice in a line", "<p>16 times 700</p>", [typed("16", 1), typed("700", 1)]],
  ])("%s", (_, template, expected) => {
    expect(check(template)).toEqual(expected);
  });

  it.each([
    ["dates, clock times and names", "<p>XS4ALL’s hours ran to 06:00 UTC on 2 August 2001, the 2nd; CRv2 met one /8 over IPv4.</p>"],
    ["another's words", "<p><q>over a 150,000 thousand systems</q></p>"],
    ["a number with its source", '<p><Fact claim="a" /> of <Fact result="b" /></p>', { claim: new Set(["a"]), result: new Set(["b"]) }],
    ["ids, classes and addresses", '<h2 id="class-b-16" class="grid-3"><a href="/figures/july-19/">x</a></h2>'],
    ["code, comments and scripts", "---\nconst a = 12;\nimport x from './a-1 2.ts';\n---\n<!-- 7 of 9 --><script>const b = 7;</script><code>7528</code>"],
  ])("%s pass", (_, template, ids: Ids = none) => {
    expect(sourceProblems(file, template, ids)).toEqual([]);
  });
});

describe("a number that the records no longer have", () => {
  it("is found with file and line, and what to do", () => {
    expect(check('---\n---\n<p>\n  <Fact claim="gone" /> and <Fact result="lost" />\n</p>')).toEqual([
      `${file}:4: the claim gone is not in data/records/claims.csv: bring it back, or take the number out of the sentence`,
      `${file}:4: the computed number lost is not in src/aggregates/results.ts: bring it back, or take it out of the sentence`,
    ]);
  });
});

describe("a copy of the project that somebody broke", () => {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), "numbers-"));
  for (const folder of ["src/prose/story", "data/aggregates"]) fs.cpSync(path.join(root, folder), path.join(copy, folder), { recursive: true });
  afterAll(() => {
    fs.rmSync(copy, { recursive: true });
  });
  const flood = "src/prose/story/flood.astro";

  it("fails where a number was typed into the story", () => {
    const before = fs.readFileSync(path.join(root, flood), "utf8");
    const line = before.split("\n").findIndex((each) => each.includes("class B network receives")) + 1;
    expect(line).toBeGreaterThan(0);
    fs.writeFileSync(path.join(copy, flood), before.replace("class B network receives", "class B network of 65,536 addresses receives"));
    expect(checkSource(copy)).toEqual([`${flood}:${line}: the number 65,536 is typed: ${remedy}`]);
    fs.writeFileSync(path.join(copy, flood), before);
    expect(checkSource(copy)).toEqual([]);
  });

  it("fails where a claim of the story was deleted, at every place that uses it", () => {
    const ledger = path.join(copy, "data/aggregates/claims.json");
    const all = JSON.parse(fs.readFileSync(ledger, "utf8")) as { rows: { id: string }[] };
    fs.writeFileSync(ledger, JSON.stringify({ ...all, rows: all.rows.filter((row) => row.id !== "kaspersky-denial") }));
    expect(idsOf(copy).claim.has("kaspersky-denial")).toBe(false);
    const problems = checkSource(copy);
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) expect(problem).toMatch(/^src\/prose\/story\/[\w-]+\.astro:\d+: the claim kaspersky-denial is not in data\/records\/claims\.csv: /);
  });
});

describe("a built page", () => {
  const page = (body: string): string => `<!doctype html><html lang="en"><head><title>7,528</title></head><body><main>${body}</main></body></html>`;
  const built = (body: string, sources = new Map<string, string>()): string[] => builtProblems("/x/", page(body), sources);

  it("fails at a number in plain text, with the line that has the words", () => {
    const sources = new Map([["src/prose/story/x.astro", "<p>\n  They counted about\n  7,528 infected machines there.\n</p>"]]);
    expect(built("<p>They counted about 7,528 infected machines there.</p>", sources)).toEqual([`/x/: the number 7,528 comes from nowhere (“…They counted about 7,528 infected machines there.…”); src/prose/story/x.astro:3: ${remedy}`]);
  });

  it("says so where an expression printed it", () => {
    expect(built("<p>Rows: 163</p>")).toEqual(["/x/: the number 163 comes from nowhere (“…Rows: 163…”); an expression prints it: give the element that prints it a data-from that names its record"]);
  });

  it.each([
    ["a fact and its card", '<p>They saw <span class="fact" data-fact="claim:a"><a href="/claims/a/">7,528</a><span class="fact-card">8 hours</span></span>.</p>'],
    ["a block that names its record", '<section data-from="claims"><p>163 statements</p></section>'],
    ["a figure or a table", "<figure><p>12</p><svg><text>13</text></svg></figure><table><tr><td>14</td></tr></table>"],
    ["a link to the claim", '<p><a href="/base/claims/a/">228,949</a></p>'],
    ["a quotation, a date, a formula", "<p><q>150,000 thousand</q> on 2 August 2001, <time>2001</time>, <math><mn>2</mn></math></p>"],
    ["the parts around every page", "<nav>1</nav><footer>2</footer>"],
  ])("passes %s", (_, body) => {
    expect(built(body)).toEqual([]);
  });

  it("does not join digits across a number that has its source", () => {
    expect(built('<p>on 2<a href="/claims/a/">9</a> August</p>')).toHaveLength(1);
  });
});

it("the templates of this project pass", () => {
  expect(sourcesOf(root).size).toBeGreaterThan(20);
  expect(checkSource(root)).toEqual([]);
});
