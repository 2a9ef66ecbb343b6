import { describe, expect, it } from "vitest";
import { commandLine, distOf } from "../../scripts/command-line.ts";
import { command, workFolder } from "../ingest/command.ts";

const options = { out: { type: "string" }, force: { type: "boolean", default: false } } as const;
const folder = workFolder();

describe("a command line", () => {
  it("is read into words and options", () => {
    expect(commandLine(["a", "--out", "b", "-", "--force"], options, 2)).toEqual({ values: { out: "b", force: true }, words: ["a", "-"] });
    expect(commandLine(["--out=-x"], options).values.out).toBe("-x");
    expect(distOf(["elsewhere"])).toMatch(/elsewhere$/);
    expect(distOf([])).toMatch(/dist$/);
  });

  it.each([
    ["an unknown option", ["--froce"], /^Unknown option '--froce'$/],
    ["an option without its value", ["--out"], /argument missing/],
    ["an option in the place of a value", ["--out", "--force"], /ambiguous/],
    ["a value where none is taken", ["--force=yes"], /does not take an argument/],
    ["a word too many", ["a"], /^a is one word too many/],
    ["an option of Object", ["--__proto__"], /Unknown option/],
  ])("is refused for %s", (_, args, message) => {
    expect(() => commandLine(args, options)).toThrow(message);
  });
});

describe("a script that does not know what is asked ends with status 2 and does nothing", () => {
  it.each([
    ["build.ts", ["--froce"], "build: Unknown option '--froce'\n"],
    ["start.ts", ["--onec"], "Unknown option '--onec'\n"],
    ["check-numbers.ts", ["sorce"], "numbers: sorce: expected source, built or both\n"],
    ["release.ts", ["2026-11-23", "again"], "release: again is one word too many: at most 1 may be given\n"],
    ["bench-ingest.ts", ["--runs", "0"], "bench:ingest: --runs 0: expected a whole number above 0\n"],
    ["make-log.ts", ["x.log", "--size", "1"], "make-log: --size 1: expected a size such as 100MB or 1GB\n"],
    ["pool.ts", ["a.parquet", "--snesor", "x"], "pool: Unknown option '--snesor'\n"],
    ["registry.ts", ["a", "--as-of"], "registry: Option '--as-of <value>' argument missing\n"],
  ])("%s %j", (script, args, stderr) => {
    expect(command(script, args, folder)).toEqual({ status: 2, stdout: "", stderr });
  });
});
