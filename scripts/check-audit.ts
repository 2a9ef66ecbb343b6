// Asks the registry for known faults of the packages that the site is made with, and fails on grave ones.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { root } from "./input-files.ts";

/** Levels of the registry's advisories, the mildest first. */
const severities = ["info", "low", "moderate", "high", "critical"] as const;
type Severity = (typeof severities)[number];

const reportSchema = z.object({
  vulnerabilities: z.record(z.string(), z.object({ severity: z.enum(severities), via: z.array(z.union([z.string(), z.object({ title: z.string(), url: z.string() })])) })),
  metadata: z.object({ dependencies: z.object({ prod: z.number() }) }),
});

/** What the registry knows. */
export type Audit =
  | { readonly answered: true; readonly packages: number; /** One line for each package with a fault that stops a release. */ readonly grave: readonly string[]; readonly mild: readonly string[] }
  | { readonly answered: false; readonly reason: string };

const stops = (severity: Severity): boolean => severities.indexOf(severity) >= severities.indexOf("high");

/**
 * Audits the packages of `dependencies` and theirs: what makes the site, and what of it is delivered. Tools for testing are left out.
 * @param registry address to ask in place of npm's own setting
 * @returns what is known; a registry that refuses or cannot be reached is an answer of its own, never “nothing found”
 */
export function audit(registry?: string): Promise<Audit> {
  // npm keeps advisories it has seen, by their number: an answer must be the registry's own, so each run begins with nothing kept.
  const cache = mkdtempSync(path.join(tmpdir(), "audit-"));
  const args = ["audit", "--omit=dev", "--json", "--fetch-retries=0", "--cache", cache, ...(registry === undefined ? [] : ["--registry", registry])];
  return new Promise((resolve) => {
    execFile("npm", args, { cwd: root, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      rmSync(cache, { recursive: true, force: true });
      const read = (): unknown => {
        try {
          return JSON.parse(stdout);
        } catch {
          return null;
        }
      };
      const answer = read();
      const report = reportSchema.safeParse(answer);
      if (!report.success) {
        const said = z.object({ message: z.string() }).safeParse(answer);
        resolve({ answered: false, reason: said.success ? said.data.message : `${stderr.trim().split("\n").at(-1) ?? ""} ${error?.message ?? "npm audit printed no report"}`.trim() });
        return;
      }
      const lines = (grave: boolean): string[] =>
        Object.entries(report.data.vulnerabilities)
          .filter(([, { severity }]) => stops(severity) === grave)
          .map(([name, { severity, via }]) => `${name}: ${severity}: ${via.map((each) => (typeof each === "string" ? `through ${each}` : `${each.title} (${each.url})`)).join("; ")}`);
      resolve({ answered: true, packages: report.data.metadata.dependencies.prod, grave: lines(true), mild: lines(false) });
    });
  });
}

if (import.meta.main) {
  const found = await audit();
  if (!found.answered) {
    console.error(`audit: the registry gave no answer, so nothing is known: ${found.reason}\nRun it again where the registry answers audits.`);
    process.exit(2);
  }
  for (const line of found.grave) console.error(line);
  for (const line of found.mild) console.log(line);
  console.log(`audit: ${found.packages} packages, ${found.grave.length} with a grave fault, ${found.mild.length} with a milder one`);
  if (found.grave.length > 0) process.exit(1);
}
