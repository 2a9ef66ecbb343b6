import path from "node:path";
import { defineConfig } from "vitest/config";

// Never UTC: local time leaking into a result must turn a test red.
process.env["TZ"] = "America/Los_Angeles";

const elsewhere = ["test/site/**", "test/publish/**"];
/** Tests that start threads and processes of their own. Each file gets a process. */
const starting = ["test/ingest/**/*.test.ts"];
// A busy machine is no fault of a test: the limit of time only ends one that hangs.
// globals stay off and the environment stays node: Plot reads a global `it` or `window` and then shifts marks by half a pixel.
const common = { environment: "node", globals: false, testTimeout: 120_000, hookTimeout: 120_000 } as const;

export default defineConfig({
  root: path.resolve(import.meta.dirname, ".."),
  test: {
    // As many on every machine: what runs at the same time is the same everywhere.
    maxWorkers: 2,
    projects: [
      { extends: true, test: { ...common, name: "ingest", include: starting, exclude: elsewhere } },
      // Pure functions share what they import: half of the time was spent on importing the same files again.
      { extends: true, test: { ...common, name: "all others", include: ["test/**/*.test.ts"], exclude: [...elsewhere, ...starting], isolate: false } },
    ],
  },
});
