import type { APIRoute } from "astro";
import { href } from "../components/href.ts";
import { correctionAddress } from "../content/correction.ts";
import { corrections } from "./corrections/_corrections.ts";

/** The log of corrections as data, newest first. */
export const GET: APIRoute = async ({ site }) => {
  const entries = (await corrections()).map(({ pages, ...entry }) => ({ ...entry, page: new URL(href(correctionAddress(entry.id)), site).href, pages: pages.map(({ path }) => new URL(href(path), site).href) }));
  return new Response(`${JSON.stringify({ title: "Counting Code Red: corrections", corrections: entries }, null, 1)}\n`, { headers: { "content-type": "application/json; charset=utf-8" } });
};
