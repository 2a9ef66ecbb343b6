import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { root } from "../scripts/input-files.ts";

const read = (file: string): string => fs.readFileSync(path.join(root, file), "utf8");

test("package, lock, check and README ask for the same Node", () => {
  const { engines } = JSON.parse(read("package.json")) as { engines: { node: string } };
  const lock = JSON.parse(read("package-lock.json")) as { packages: Record<string, { engines?: { node: string } }> };
  const [, major, minor] = /^>=(\d+)\.(\d+)\.0$/.exec(engines.node) ?? [];
  expect(lock.packages[""]?.engines).toEqual(engines);
  expect(read("scripts/node-version.mjs")).toContain(`major > ${String(major)} || (major === ${String(major)} && minor >= ${String(minor)});`);
  expect(read("scripts/node-version.mjs")).toContain(`needs Node ${String(major)}.${String(minor)} or newer`);
  expect(read("README.md")).toContain(`Node ${String(major)}.${String(minor)} or newer`);
});
