// How long the whole build takes: from an empty cache, all of it again, and with nothing changed. Prints each with its stages; judges nothing.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { root } from "./input-files.ts";

/** Seconds of one `npm run build`; prints what the build says of its stages. @throws when it fails */
function buildSeconds(title: string, args: readonly string[] = []): number {
  console.log(`${title}:`);
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync("npm", ["run", "-s", "build", "--", ...args], { cwd: root, encoding: "utf8", env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" } });
  if (status !== 0) throw new Error(`the build failed:\n${stderr}`);
  console.log(stdout.replace(/^ +\d+ pages written.*\n/gm, "").replace(/^/gm, "  "));
  return (performance.now() - started) / 1000;
}

for (const folder of ["dist", ".astro", "node_modules/.astro", "node_modules/.vite", "node_modules/.cache/pictures", "node_modules/.cache/counting-code-red"]) fs.rmSync(path.join(root, folder), { recursive: true, force: true });
const first = buildSeconds("from an empty cache");
const again = buildSeconds("all of it again", ["--force"]);
const unchanged = buildSeconds("nothing changed");
console.log(`from an empty cache ${first.toFixed(1)} s; all of it again ${again.toFixed(1)} s; nothing changed ${unchanged.toFixed(1)} s`);
