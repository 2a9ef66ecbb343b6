import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readInputFiles, root } from "../scripts/input-files.ts";
import { aggregatesFolder, pipeline } from "../src/pipeline.ts";

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
