import path from "node:path";
import { defineConfig } from "vitest/config";

// Never UTC: local time leaking into a result must turn a test red.
process.env["TZ"] = "America/Los_Angeles";

/** Tests that need a finished site, a server or minutes: `npm run build && npm run test:publish`. One file after the other: they share two cores. */
export default defineConfig({
  root: path.resolve(import.meta.dirname, "../.."),
  test: { include: ["test/publish/**/*.test.ts"], environment: "node", globals: false, fileParallelism: false, testTimeout: 600_000, hookTimeout: 600_000, reporters: ["default", ["json", { outputFile: "test-results/publish.json" }]] },
});
