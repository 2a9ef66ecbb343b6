import path from "node:path";
import { defineConfig } from "vitest/config";

// Never UTC: local time leaking into a result must turn a test red.
process.env["TZ"] = "America/Los_Angeles";

/** Tests that need a finished site, a server or minutes: `npm run build && npm run test:publish`. Two files at a time: the builds take one core most of the while. */
export default defineConfig({
  root: path.resolve(import.meta.dirname, "../.."),
  test: { include: ["test/publish/**/*.test.ts"], globalSetup: "test/publish/install-servers.ts", environment: "node", globals: false, maxWorkers: 2, testTimeout: 600_000, hookTimeout: 600_000, reporters: ["default", ["json", { outputFile: "test-results/publish.json" }]] },
});
