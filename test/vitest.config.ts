import path from "node:path";
import { defineConfig } from "vitest/config";

// Never UTC: local time leaking into a result must turn a test red.
process.env["TZ"] = "America/Los_Angeles";

// A busy machine takes several times as long: the limit stops what hangs, it judges no speed.
// globals stay off and the environment stays node: Plot reads a global `it` or `window` and then shifts marks by half a pixel.
export default defineConfig({
  root: path.resolve(import.meta.dirname, ".."),
  test: { include: ["test/**/*.test.ts"], exclude: ["test/site/**", "test/publish/**"], environment: "node", globals: false, testTimeout: 30_000 },
});
