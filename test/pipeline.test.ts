import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readInputFiles, root } from "../scripts/input-files.ts";
import { allAggregates } from "../src/aggregates/all.ts";
import { aggregatesFolder, pipeline, writtenDigits, writtenNumber } from "../src/pipeline.ts";
import { readRecords } from "../src/readers/records.ts";

const files = readInputFiles();
const generated = pipeline(files);

describe("the committed aggregates", () => {
  it("are exactly the files that the records give", () => {
    const committed = fs.readdirSync(path.join(root, aggregatesFolder)).sort();
    expect(committed, "data/aggregates holds other files than the records give: run `npm run data`").toEqual(generated.map((each) => path.basename(each.path)).sort());
  });

  it.each(generated.map((each) => [each.path, each.text] as const))("%s holds what the records give", (file, text) => {
    const target = path.join(root, file);
    const committed = fs.existsSync(target) ? fs.readFileSync(target, "utf8") : "";
    // A boolean, so that a long file does not fill the screen: the diff is one command away.
    expect(committed === text, `${file} is not what the records give: run \`npm run data\`, then read \`git diff data\``).toBe(true);
  });
});

/** Every number in a value, however deep. */
const numbersIn = (value: unknown): number[] => (typeof value === "number" ? [value] : typeof value === "object" && value !== null ? [...(value instanceof Map ? value.values() : Object.values(value))].flatMap(numbersIn) : []);

describe("the numbers of a file", () => {
  it("are recorded ones as they were recorded: none has more digits than are written", () => {
    const recorded = numbersIn({ ...readRecords(files), atlas: null });
    expect(recorded.length).toBeGreaterThan(5000);
    expect(recorded.filter((value) => !Number.isInteger(value)).length).toBeGreaterThan(100);
    expect(recorded.filter((value) => !Object.is(writtenNumber(value), value))).toEqual([]);
  });

  it("are whole numbers untouched, however long", () => {
    for (const value of [0, -3, 2 ** 32, 4_294_967_296_001, Number.MAX_SAFE_INTEGER]) expect(writtenNumber(value)).toBe(value);
  });

  it("are others to twelve digits, so that a last digit that engines disagree on is not written", () => {
    expect(writtenNumber(835.6341908899394)).toBe(835.634190890);
    expect(writtenNumber(2 ** 0.5)).toBe(writtenNumber(2 ** 0.5 + Number.EPSILON));
    const computed = numbersIn(allAggregates(readRecords(files)));
    expect(computed.filter((value) => String(value).replace(/[-.]|e.*/g, "").replace(/^0+/, "").length > writtenDigits).length).toBeGreaterThan(100);
    const written = generated.flatMap(({ text }) => numbersIn(JSON.parse(text)));
    expect(written).toHaveLength(computed.length);
    expect(written.filter((value) => !Number.isInteger(value) && Number(value.toPrecision(writtenDigits)) !== value)).toEqual([]);
  });
});

describe("the pipeline", () => {
  it("gives the same bytes when it runs again", () => {
    expect(pipeline(files)).toEqual(generated);
  });

  it("does not depend on the order in which files are found", () => {
    expect(pipeline(new Map([...files].reverse()))).toEqual(generated);
  });

  it("leaves its input as it was", () => {
    const before = new Map([...files].map(([file, bytes]) => [file, Buffer.from(bytes).toString("base64")]));
    pipeline(files);
    for (const [file, bytes] of files) expect(Buffer.from(bytes).toString("base64") === before.get(file), file).toBe(true);
  });

  it("publishes no network address of a sender", () => {
    const text = generated.map((each) => each.text).join("");
    const senders = new TextDecoder().decode(files.get("data/records/probes/owt-apache-error-2001-08-01.log")).match(/\d+\.\d+\.\d+(?=\.\d+\])/g) ?? [];
    expect(senders.length).toBeGreaterThan(0);
    for (const sender of senders) expect(text.includes(sender), sender).toBe(false);
  });
});
