import type { APIRoute } from "astro";
import { href } from "../components/href.ts";
import { siteFeed } from "../content/site-feed.ts";
import { versions } from "./_versions.ts";
import { corrections } from "./corrections/_corrections.ts";

/** Corrections and frozen versions as an Atom feed. */
export const GET: APIRoute = async ({ site }) => new Response(siteFeed(await corrections(), versions, (path) => new URL(href(path), site).href), { headers: { "content-type": "application/atom+xml; charset=utf-8" } });
