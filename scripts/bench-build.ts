// How long the whole build takes: from an empty cache, and again with nothing changed. Prints both and their ratio; judges nothing.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { root } from "./input-files.ts";

/** Seconds of one `npm run build`. @throws when it fails */
function buildSeconds(): number {
  const started = performance.now();
  const { status, stderr } = spawnSync("npm", ["run", "-s", "build"], { cwd: root, encoding: "utf8", env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" } });
  if (status !== 0) throw new Error(`the build failed:\n${stderr}`);
  return (performance.now() - started) / 1000;
}

for (const folder of ["dist", ".astro", "node_modules/.astro", "node_modules/.vite", "node_modules/.cache/pictures"]) fs.rmSync(path.join(root, folder), { recursive: true, force: true });
const first = buildSeconds();
const again = buildSeconds();
console.log(`from an empty cache ${first.toFixed(1)} s; nothing changed ${again.toFixed(1)} s; ratio ${(first / again).toFixed(1)}`);
