import type { APIRoute } from "astro";
import { href } from "../components/href.ts";
import { get } from "../published.ts";
import { citationOf } from "../schema/citation.ts";
import { plainCitation } from "../schema/citation-formats.ts";

/** Every claim with its page, its sentences and its citations: the same rows as the pages show. */
export const GET: APIRoute = ({ site }) => {
  const { title, rows } = get("claims");
  const claims = rows.map((claim) => {
    const page = new URL(href(`/claims/${claim.id}/`), site).href;
    return { ...claim, page, cite: { text: plainCitation(citationOf(claim, page)), bib: `${page}cite.bib`, ris: `${page}cite.ris`, json: `${page}cite.json` } };
  });
  return new Response(`${JSON.stringify({ title, claims }, null, 1)}\n`, { headers: { "content-type": "application/json; charset=utf-8" } });
};
