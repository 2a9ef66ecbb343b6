import fs from "node:fs";
import path from "node:path";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { addFrozenVersions } from "../../scripts/frozen-versions.ts";
import { sha256 } from "../../scripts/sha256.ts";
import { filesBelow, writeFile } from "../../scripts/site-files.ts";
import { workFolder } from "../ingest/command.ts";

const folder = workFolder();
let projects = 0;

/** A project with one released archive; returns its folder. */
function projectWith(names: readonly string[], version = "20261123", card = version): string {
  const project = path.join(folder, String(++projects));
  const zip = zipSync(Object.fromEntries(names.map((name) => [name, new Uint8Array([1])])));
  writeFile(project, `releases/${path.basename(version)}.zip`, zip);
  writeFile(project, `src/content/versions/${card}.json`, JSON.stringify({ version, sha256: sha256(zip) }));
  return project;
}

describe("a frozen version", () => {
  it("is unpacked below v/", () => {
    const project = projectWith(["index.html", "data/a..b.csv"]);
    expect(addFrozenVersions(path.join(project, "dist"), project)).toBe(1);
    expect(filesBelow(path.join(project, "dist"))).toEqual(["v/20261123/data/a..b.csv", "v/20261123/index.html"]);
  });

  it.each(["../index.html", "data/../../../x", "/etc/x", "C:/x", "a\\..\\x", "a//b", "./a", ".."])("is refused whole when a file in it is named %s", (name) => {
    const project = projectWith(["index.html", name]);
    expect(() => addFrozenVersions(path.join(project, "dist"), project)).toThrow(`releases/20261123.zip holds a file named ${JSON.stringify(name)}, which may lead outside its folder`);
    expect(fs.existsSync(path.join(project, "dist"))).toBe(false);
    expect(filesBelow(project)).toHaveLength(2);
  });

  it.each(["../../20261123", "2026-11-23", "20261345"])("is refused when it is named %s", (version) => {
    const project = projectWith(["index.html"], version, "20261123");
    expect(() => addFrozenVersions(path.join(project, "dist"), project)).toThrow(`"${version}" is no version`);
  });

  it("is refused when its card has another name", () => {
    const project = projectWith(["index.html"], "20261123", "20261124");
    expect(() => addFrozenVersions(path.join(project, "dist"), project)).toThrow("src/content/versions/20261124.json is the card of 20261123");
  });
});
