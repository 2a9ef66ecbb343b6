// Prints Lighthouse scores on a simulated slow phone. Run after the build: `npm run lighthouse -- /compare/ /maps/`.
import * as chromeLauncher from "chrome-launcher";
import lighthouse from "lighthouse";
import { findBrowser } from "./browser.ts";
import { serveFolder } from "./serve.ts";

const asked = process.argv.slice(2);
const paths = asked.length > 0 ? asked : ["/", "/compare/", "/maps/", "/timelines/"];

/** One line of scores and times for one page, and a line for each audit that scored under 0.9. */
async function report(url: string, path: string, port: number): Promise<string[]> {
  const result = await lighthouse(url, { port, output: "json", logLevel: "error" });
  if (result === undefined) throw new Error(`Lighthouse gave no result for ${url}`);
  const { categories, audits, runtimeError } = result.lhr;
  if (runtimeError !== undefined) throw new Error(`${path}: ${runtimeError.message}`);
  const scores = Object.entries(categories).map(([name, { score }]) => `${name} ${score === null ? "none" : Math.round(score * 100)}`);
  const times = [
    ["LCP", "largest-contentful-paint"],
    ["TBT", "total-blocking-time"],
    ["CLS", "cumulative-layout-shift"],
    ["weight", "total-byte-weight"],
  ].map(([name = "", id = ""]) => `${name} ${audits[id]?.displayValue ?? "none"}`);
  const low = Object.values(audits).filter((audit) => audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== "informative" && audit.scoreDisplayMode !== "notApplicable");
  return [`${path.padEnd(14)} ${[...scores, ...times].join("  ")}`, ...low.map((audit) => `${"".padEnd(15)}${audit.id}: ${audit.score ?? ""} (${audit.title})`)];
}

try {
  const browser = await findBrowser();
  const { url, close } = await serveFolder("dist", { port: 0, base: process.env["BASE"] ?? "/" });
  const chrome = await chromeLauncher.launch({ chromePath: browser.executablePath, chromeFlags: ["--headless", ...browser.args], envVars: browser.env, logLevel: "silent" });
  try {
    for (const path of paths) for (const line of await report(new URL(path.replace(/^\//, ""), url).href, path, chrome.port)) console.log(line);
  } finally {
    chrome.kill();
    await close();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
