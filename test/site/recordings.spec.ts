import fs from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { addressLike } from "../ingest/address-like.ts";

const dist = path.resolve(import.meta.dirname, "../../dist");
const below = (folder: string): string[] => fs.readdirSync(path.join(dist, folder), { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name.split(path.sep).join("/")}`);

/** Everything built about recordings: pages, downloads, aggregates. */
const files = [...below("recordings"), ...below("data").filter((file) => /^data\/recording-[^/]+\.json$/.test(file))].filter((file) => /\.(?:html|json|csv)$/.test(file));

/** A page without its drawings, styles and scripts, whose numbers are places and sizes. */
const textOf = (file: string): string => fs.readFileSync(path.join(dist, file), "utf8").replace(/<(svg|style|script)\b[\s\S]*?<\/\1>/g, "").replace(/<meta [^>]*content-security-policy[^>]*>/gi, "");

test("no page and no file about a recording holds an address or the beginning of one", () => {
  expect(files.filter((file) => file.endsWith("index.html")).length).toBeGreaterThan(1);
  expect(files.filter((file) => /\.(?:json|csv)$/.test(file)).length).toBeGreaterThan(3);
  expect(files.filter((file) => addressLike.test(textOf(file)))).toEqual([]);
});

test("every recording page prints its caveats before its first number of probes", () => {
  for (const file of files.filter((each) => /^recordings\/[^/]+\/index\.html$/.test(each))) {
    const { caveats } = JSON.parse(fs.readFileSync(path.join(dist, path.dirname(file), "card.json"), "utf8")) as { caveats: string[] };
    const page = textOf(file);
    for (const caveat of caveats) expect(page.toLowerCase(), file).toContain(caveat.toLowerCase());
    expect(page.indexOf("Before you use a number"), file).toBeLessThan(page.indexOf("<table"));
  }
});

test("every drawing of a recording can be taken away, as drawing, picture and table", async ({ page, request }) => {
  await page.goto("recordings/owt-2001-08-01/");
  const drawings = page.locator("figure");
  expect(await drawings.count()).toBeGreaterThan(2);
  for (const drawing of await drawings.all()) {
    const links = await drawing.locator(".tools a").all();
    expect(await Promise.all(links.map((link) => link.textContent()))).toEqual(["CSV", "JSON", "SVG", "PNG"]);
    for (const link of links) {
      const answer = await request.get((await link.getAttribute("href")) ?? "");
      expect(answer.status()).toBe(200);
      if ((await link.textContent()) === "PNG") expect((await answer.body()).subarray(1, 4).toString()).toBe("PNG");
      if ((await link.textContent()) === "SVG") expect(await answer.text()).toMatch(/<svg [^>]*role="img"/);
    }
  }
});

test("the card's hash is the hash of the counts that are downloaded", async () => {
  const { createHash } = await import("node:crypto");
  for (const file of files.filter((each) => each.endsWith("/counts.json"))) {
    const { countsSha256 } = JSON.parse(fs.readFileSync(path.join(dist, path.dirname(file), "card.json"), "utf8")) as { countsSha256: string };
    expect(createHash("sha256").update(fs.readFileSync(path.join(dist, file))).digest("hex"), file).toBe(countsSha256);
  }
});
