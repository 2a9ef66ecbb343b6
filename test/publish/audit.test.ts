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

const advisory = (severity: string): object => ({ id: 1, url: "https://example.org/advisory", title: "A hole", severity, vulnerable_versions: "*", cwe: [], cvss: { score: 0, vectorString: null } });

describe("the audit of what the site is made with", () => {
  test("names a package with a high or critical fault, and where to read of it", async () => {
    for (const severity of ["high", "critical"]) expect(await withRegistry({ pagefind: [advisory(severity)] }, audit)).toMatchObject({ answered: true, grave: [`pagefind: ${severity}: A hole (https://example.org/advisory)`], mild: [] });
  });

  test("tells milder faults without stopping a release", async () => {
    expect(await withRegistry({ pagefind: [advisory("moderate")] }, audit)).toMatchObject({ answered: true, grave: [], mild: [expect.stringContaining("pagefind: moderate") as string] });
  });

  test("leaves tools for testing out", async () => {
    expect(await withRegistry({ vitest: [advisory("critical")] }, audit)).toMatchObject({ answered: true, grave: [], mild: [] });
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
