import http from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { audit } from "../../scripts/check-audit.ts";

/** A registry of this test, which knows what it is told of a package, or refuses to be asked. */
async function withRegistry<Result>(advisories: object | null, use: (address: string) => Promise<Result>): Promise<Result> {
  const server = http.createServer((request, response) => {
    request.resume();
    const asked = request.method === "POST" && request.url === "/-/npm/v1/security/advisories/bulk";
    response.statusCode = asked ? (advisories === null ? 405 : 200) : 404;
    response.setHeader("content-type", "application/json").end(asked && advisories !== null ? JSON.stringify(advisories) : "{}");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.close();
  }
}

const advisory = (id: number, severity: string): object => ({ id, url: "https://example.org/advisory", title: "A hole", severity, vulnerable_versions: "*", cwe: [], cvss: { score: 0, vectorString: null } });

describe("the audit of what the site is made with", () => {
  test("names packages with a high or critical fault and where to read of it, tells milder faults apart, and leaves tools for testing out", async () => {
    const known = { pagefind: [advisory(1, "high")], "d3-dsv": [advisory(2, "critical")], sirv: [advisory(3, "moderate")], vitest: [advisory(4, "critical")] };
    const found = await withRegistry(known, audit);
    expect(found).toMatchObject({ answered: true });
    if (!found.answered) return;
    expect(found.grave).toEqual(expect.arrayContaining(["pagefind: high: A hole (https://example.org/advisory)", "d3-dsv: critical: A hole (https://example.org/advisory)"]));
    expect(found.mild).toEqual(expect.arrayContaining([expect.stringContaining("sirv: moderate")]));
    expect([...found.grave, ...found.mild].join("\n")).not.toContain("vitest");
  });

  test("a registry that refuses is no clean bill", async () => {
    expect(await withRegistry(null, audit)).toMatchObject({ answered: false, reason: expect.stringContaining("405") as string });
    expect(await audit("http://127.0.0.1:9/")).toMatchObject({ answered: false });
  });

  test("finds nothing high or critical in the registry that npm is set to", async ({ skip }) => {
    const found = await audit();
    skip(!found.answered, found.answered ? "" : `nothing is known: ${found.reason}`);
    expect(found).toMatchObject({ grave: [] });
  });
});
