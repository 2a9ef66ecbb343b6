import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { filesBelow } from "../../scripts/site-files.ts";
import { dist, site } from "./finished-site.ts";
import { startServer } from "./real-server.ts";

const requests = 10_000;
const connections = 50;

/** The heaviest page. `ab` speaks HTTP/1.0, for which nginx does not compress: every answer is several times what a browser gets. */
const heaviest = filesBelow(dist)
  .filter((file) => file.endsWith("index.html") && !file.startsWith("v/"))
  .map((file) => ({ file, bytes: fs.statSync(path.join(dist, file)).size }))
  .sort((a, b) => b.bytes - a.bytes)[0];
if (heaviest === undefined) throw new Error("dist holds no page");

/** A number of the report of `ab`, Apache's own tool for load. @throws where the report has no such line */
function reported(report: string, name: string): number {
  const [, value] = new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(report) ?? [];
  if (value === undefined) throw new Error(`ab says nothing of "${name}":\n${report}`);
  return Number(value);
}

describe("nginx with one worker, on this machine", () => {
  it(`answers 10,000 requests over 50 connections for the heaviest page (${heaviest.file}) without an error`, async () => {
    const server = await startServer("nginx", dist, new URL(site).pathname);
    try {
      const { stdout } = await promisify(execFile)("ab", ["-q", "-k", "-n", String(requests), "-c", String(connections), "-s", "30", server.url + heaviest.file.replace("index.html", "")]);
      expect(["Complete requests", "Failed requests", "Document Length"].map((name) => reported(stdout, name))).toEqual([requests, 0, heaviest.bytes]);
      expect(stdout).not.toMatch(/Non-2xx responses|Write errors/);
      expect(reported(stdout, "HTML transferred")).toBe(requests * heaviest.bytes);
    } finally {
      await server.stop();
    }
  });
});
