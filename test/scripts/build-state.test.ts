import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetBuild, inputsOf, reasonToBuild, rememberBuild } from "../../scripts/build-state.ts";
import { writeFile } from "../../scripts/site-files.ts";

const files = {
  "data/records/claims.csv": "id\n",
  "data/aggregates/claims.json": "{}",
  "public/favicon.svg": "<svg/>",
  "releases/20310203.zip": "zip",
  "scripts/build.ts": "code",
  "src/pages/index.astro": "page",
  "package-lock.json": "{}",
  "dist/index.html": "<h1>x</h1>",
  "dist/.htaccess": "x",
};

let project: string;
beforeEach(() => {
  project = fs.mkdtempSync(path.join(os.tmpdir(), "state-"));
  for (const [file, text] of Object.entries(files)) writeFile(project, file, text);
});
afterEach(() => {
  vi.unstubAllEnvs();
  fs.rmSync(project, { recursive: true, force: true });
});
const remember = (): boolean => rememberBuild(project, inputsOf(project));

describe("a build on record", () => {
  it("is wanted where there is none, and not again when nothing has changed", () => {
    expect(reasonToBuild(project)).toBe("no build is on record");
    expect(remember()).toBe(true);
    expect(reasonToBuild(project)).toBeNull();
  });

  it.each(Object.keys(files))("is no longer good when %s is altered, though its date and size are the same", (file) => {
    remember();
    const at = path.join(project, file);
    const { atime, mtime } = fs.statSync(at);
    fs.writeFileSync(at, "?".repeat(files[file as keyof typeof files].length));
    fs.utimesSync(at, atime, mtime);
    expect(reasonToBuild(project)).toBe(`${file} is another`);
  });

  it.each(Object.keys(files))("is no longer good when %s is gone, and good again when it is back", (file) => {
    remember();
    fs.rmSync(path.join(project, file));
    expect(reasonToBuild(project)).toBe(`${file} is gone`);
    writeFile(project, file, files[file as keyof typeof files]);
    expect(reasonToBuild(project)).toBeNull();
  });

  it.each(["dist/stranger.html", "data/aggregates/x.json", "data/records/new.csv", "src/pages/new.astro", ".env"])("is no longer good when %s comes", (file) => {
    remember();
    writeFile(project, file, "new");
    expect(reasonToBuild(project)).toBe(`${file} is new`);
  });

  it.each(["SITE", "BASE"])("is no longer good for another %s", (name) => {
    remember();
    vi.stubEnv(name, "/elsewhere/");
    expect(reasonToBuild(project)).toBe(`variable ${name} is another`);
  });

  it("is untouched by what no build reads", () => {
    remember();
    for (const file of ["README.md", "access.log", "test/x.test.ts", "node_modules/.cache/x"]) writeFile(project, file, "x");
    fs.utimesSync(path.join(project, "src/pages/index.astro"), 0, 0);
    expect(reasonToBuild(project)).toBeNull();
  });

  it("is not made when an input changed while the site was built", () => {
    const before = inputsOf(project);
    writeFile(project, "data/records/claims.csv", "later");
    expect(rememberBuild(project, before)).toBe(false);
    expect(reasonToBuild(project)).toBe("no build is on record");
  });

  it("is forgotten before an output is touched, and worth nothing when half of it is lost", () => {
    remember();
    forgetBuild(project);
    expect(reasonToBuild(project)).toBe("no build is on record");
    remember();
    writeFile(project, "node_modules/.cache/counting-code-red/build.json", "{");
    expect(reasonToBuild(project)).toBe("no build is on record");
  });
});
