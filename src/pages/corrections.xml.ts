import type { APIRoute } from "astro";
import { href } from "../components/href.ts";
import { correctionsFeed } from "../content/corrections-feed.ts";
import { corrections } from "./corrections/_corrections.ts";

/** The log of corrections as an Atom feed. */
export const GET: APIRoute = async ({ site }) => {
  const feed = correctionsFeed(await corrections(), (path) => new URL(href(path), site).href);
  return new Response(feed, { headers: { "content-type": "application/atom+xml; charset=utf-8" } });
};
