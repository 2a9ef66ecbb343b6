import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { filesBelow } from "../../scripts/site-files.ts";
import { dist, site } from "./finished-site.ts";
import { startServer } from "./real-server.ts";

interface LoadResult {
  readonly "2xx": number;
  readonly non2xx: number;
  readonly errors: number;
  readonly timeouts: number;
  readonly throughput: { readonly total: number };
}
/** The library brings no types. */
const autocannon = createRequire(import.meta.url)("autocannon") as (options: object) => Promise<LoadResult>;

/** The heaviest page as it travels. */
const heaviest = filesBelow(dist)
  .filter((file) => file.endsWith("index.html") && !file.startsWith("v/"))
  .map((file) => ({ file, bytes: fs.statSync(path.join(dist, `${file}${fs.existsSync(path.join(dist, `${file}.gz`)) ? ".gz" : ""}`)).size }))
  .sort((a, b) => b.bytes - a.bytes)[0];

describe("nginx with one worker, on this machine", () => {
  it(`answers 10,000 requests over 50 connections for the heaviest page (${heaviest?.file ?? ""}) without an error`, async () => {
    const server = await startServer("nginx", dist, new URL(site).pathname);
    try {
      const result = await autocannon({ url: server.url + (heaviest?.file.replace("index.html", "") ?? ""), connections: 50, amount: 10_000, timeout: 30, headers: { "accept-encoding": "gzip" } });
      expect({ answered: result["2xx"], others: result.non2xx, errors: result.errors, timeouts: result.timeouts }).toEqual({ answered: 10_000, others: 0, errors: 0, timeouts: 0 });
      expect(result.throughput.total).toBeGreaterThan(10_000 * (heaviest?.bytes ?? 0));
    } finally {
      await server.stop();
    }
  });
});
