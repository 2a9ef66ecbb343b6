import fs from "node:fs";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "../..");
export const dist = path.join(root, "dist");
if (!fs.existsSync(path.join(dist, "SHA256SUMS"))) throw new Error("dist holds no finished site: run `npm run build` first");

/** Text of a file of the built site. */
export const textOf = (file: string): string => fs.readFileSync(path.join(dist, file), "utf8");

/** Absolute address of the site, as its first page gives it. */
export const site = /<link rel="canonical" href="([^"]+)"/.exec(textOf("index.html"))?.[1] ?? "";
