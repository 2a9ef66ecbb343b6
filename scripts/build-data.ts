import fs from "node:fs";
import path from "node:path";
import { aggregatesFolder, pipeline } from "../src/pipeline.ts";
import { RecordError } from "../src/schema/problem.ts";
import { readInputFiles, root } from "./input-files.ts";
import { writeAside } from "./site-files.ts";

/** Reads `data/records` and `data/reference`, writes `data/aggregates`. Files that did not change are left alone. */
function main(): void {
  const started = performance.now();
  const files = readInputFiles();
  const bytes = [...files.values()].reduce((sum, each) => sum + each.length, 0);
  const generated = pipeline(files);
  const folder = path.join(root, aggregatesFolder);
  fs.mkdirSync(folder, { recursive: true });
  let written = 0;
  for (const { path: file, text } of generated) {
    const target = path.join(root, file);
    if (fs.existsSync(target) && fs.readFileSync(target, "utf8") === text) continue;
    writeAside(target, text);
    written++;
  }
  const wanted = new Set(generated.map((each) => path.basename(each.path)));
  for (const name of fs.readdirSync(folder)) if (!wanted.has(name)) fs.rmSync(path.join(folder, name));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`data: ${files.size} files read (${(bytes / 1024).toFixed(0)} KiB), ${generated.length} aggregates, ${written} changed, ${seconds} s`);
}

try {
  main();
} catch (error) {
  if (error instanceof RecordError) {
    console.error(error.message);
    console.error("\nNothing was written. Mend the lines above and run `npm run data` again.");
  } else {
    // A fault of the code or of the disk: one line, unless somebody asks for more.
    console.error(`data: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)} (DEBUG=1 npm run data shows where)`);
    if (process.env["DEBUG"] !== undefined) console.error(error);
  }
  process.exit(1);
}
