// Lighthouse on a simulated slow phone, for every page of the sitemap or for given ones: `npm run lighthouse`, `npm run lighthouse -- /compare/ /maps/`.
// Prints a line for each page and the worst of each column; ends with status 1 where a page misses a target.
import fs from "node:fs";
import path from "node:path";
import * as chromeLauncher from "chrome-launcher";
import lighthouse from "lighthouse";
import { findBrowser } from "./browser.ts";
import { commandLine, runCommand } from "./command-line.ts";
import { root } from "./input-files.ts";
import { serveFolder } from "./serve.ts";
import { siteAddress } from "./site-files.ts";

/** Scores out of 100, times in milliseconds, layout shift without a unit. */
interface Measured {
  readonly performance: number;
  readonly accessibility: number;
  readonly practices: number;
  readonly seo: number;
  readonly lcp: number;
  readonly blocking: number;
  readonly shift: number;
  /** Audits that scored under 0.9, in words. */
  readonly low: readonly string[];
}

/** What every page must reach; blocking time is judged as a part of the performance score. */
const misses = (page: Measured): boolean => page.performance < 98 || Math.min(page.accessibility, page.practices, page.seo) < 100 || page.lcp > 1500 || page.shift > 0.01;

/** Addresses of the pages that the site's own sitemap names, below its root. */
function sitemapPages(dist: string): string[] {
  const locations = (file: string): URL[] => [...fs.readFileSync(path.join(dist, file), "utf8").matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) => new URL(address));
  const home = siteAddress(dist);
  const below = ({ href }: URL): string => href.slice(home.length);
  return locations("sitemap-index.xml").flatMap((sitemap) => locations(below(sitemap)).map((page) => `/${below(page)}`));
}

/** Measures one page once. @throws when Lighthouse gives no result */
async function measure(url: string, port: number): Promise<Measured> {
  const result = await lighthouse(url, { port, output: "json", logLevel: "error", onlyCategories: ["performance", "accessibility", "best-practices", "seo"] });
  if (result === undefined) throw new Error(`Lighthouse gave no result for ${url}`);
  const { categories, audits, runtimeError } = result.lhr;
  if (runtimeError !== undefined) throw new Error(`${url}: ${runtimeError.message}`);
  const score = (id: string): number => Math.round((categories[id]?.score ?? 0) * 100);
  const number = (id: string): number => audits[id]?.numericValue ?? Number.NaN;
  const low = Object.values(audits).filter((audit) => audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== "informative" && audit.scoreDisplayMode !== "notApplicable");
  return {
    performance: score("performance"),
    accessibility: score("accessibility"),
    practices: score("best-practices"),
    seo: score("seo"),
    lcp: number("largest-contentful-paint"),
    blocking: number("total-blocking-time"),
    shift: number("cumulative-layout-shift"),
    low: low.map((audit) => `${audit.id}: ${audit.score ?? ""} (${audit.title})`),
  };
}

/** Measures a page; one that misses a target twice more, because a busy machine slows the browser, and takes the middle one of the three. */
async function measureFairly(url: string, port: number): Promise<Measured> {
  const first = await measure(url, port);
  if (!misses(first)) return first;
  const runs = [first, await measure(url, port), await measure(url, port)].sort((a, b) => b.performance - a.performance || a.lcp - b.lcp);
  return runs[1] ?? first;
}

const columns = "performance  accessibility  practices  seo   LCP (s)  blocking (ms)  shift";
const row = (name: string, page: Measured): string =>
  `${name.padEnd(48)} ${[String(page.performance).padStart(11), String(page.accessibility).padStart(13), String(page.practices).padStart(9), String(page.seo).padStart(3), (page.lcp / 1000).toFixed(2).padStart(8), page.blocking.toFixed(0).padStart(13), page.shift.toFixed(3).padStart(6)].join("  ")}`;

/** Worst value of each column over all pages. */
const worstOf = (pages: readonly Measured[]): Measured => {
  const least = (key: "performance" | "accessibility" | "practices" | "seo"): number => Math.min(...pages.map((page) => page[key]));
  const most = (key: "lcp" | "blocking" | "shift"): number => Math.max(...pages.map((page) => page[key]));
  return { performance: least("performance"), accessibility: least("accessibility"), practices: least("practices"), seo: least("seo"), lcp: most("lcp"), blocking: most("blocking"), shift: most("shift"), low: [] };
};

async function main(args: readonly string[]): Promise<void> {
  const dist = path.join(root, "dist");
  if (!fs.existsSync(path.join(dist, "SHA256SUMS"))) throw new Error("dist holds no finished site: run `npm run build` first");
  const asked = commandLine(args, {}, Number.POSITIVE_INFINITY).words;
  const pages = asked.length > 0 ? asked : sitemapPages(dist);
  const browser = await findBrowser();
  const { url, close } = await serveFolder(dist, { port: 0, base: process.env["BASE"] ?? "/" });
  const chrome = await chromeLauncher.launch({ chromePath: browser.executablePath, chromeFlags: ["--headless", ...browser.args], envVars: browser.env, logLevel: "silent" });
  try {
    console.log(`${"page".padEnd(48)} ${columns}`);
    const measured: Measured[] = [];
    for (const page of pages) {
      const found = await measureFairly(new URL(page.replace(/^\//, ""), url).href, chrome.port);
      measured.push(found);
      console.log(row(page, found));
      if (misses(found)) for (const line of found.low) console.log(`    ${line}`);
    }
    const missed = measured.filter(misses).length;
    console.log(row(`worst of ${measured.length}`, worstOf(measured)));
    console.log(`${measured.length} pages, ${missed} miss a target: performance 98, the others 100, LCP 1.5 s, shift 0.01`);
    if (missed > 0) process.exitCode = 1;
  } finally {
    chrome.kill();
    await close();
  }
}

if (import.meta.main) await runCommand("lighthouse", main);
