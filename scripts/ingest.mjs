// npm run ingest -- FILE... --sensor ID: see --help.
import { enableCompileCache } from "node:module";
import { join } from "node:path";

// Plain JavaScript: Node would load its remover of types for this file alone, as everything behind it is kept compiled, so that a run over unchanged input costs little more than starting Node.
enableCompileCache(join(import.meta.dirname, "..", "node_modules", ".cache", "counting-code-red", "code"));
const { ingest } = await import("./ingest/run.ts");
await ingest(process.argv.slice(2));
