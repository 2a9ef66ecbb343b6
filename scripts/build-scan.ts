// npm run build:scan: assembles src/ingest/marker-scan.wat into src/ingest/marker-scan-bytes.ts. A test compares the two.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import wabt from "wabt";

const folder = join(import.meta.dirname, "..", "src", "ingest");
/** The built file, which is committed. */
export const builtScan = join(folder, "marker-scan-bytes.ts");

/** The text of the built file. @throws where the source is not valid WebAssembly */
export async function scanModuleText(): Promise<string> {
  const assembler = await wabt();
  const source = assembler.parseWat("marker-scan.wat", readFileSync(join(folder, "marker-scan.wat"), "utf8"), { simd: true });
  try {
    source.validate();
    const { buffer } = source.toBinary({});
    const lines = Buffer.from(buffer).toString("base64").match(/.{1,120}/g) ?? [];
    return `// Made of marker-scan.wat by npm run build:scan: a WebAssembly program, in base64.\nexport const scanProgram =\n${lines.map((line) => `  "${line}"`).join(" +\n")};\n`;
  } finally {
    source.destroy();
  }
}

if (import.meta.main) writeFileSync(builtScan, await scanModuleText());
