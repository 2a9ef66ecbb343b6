import type { APIRoute } from "astro";
import { href } from "../../../components/href.ts";
import { get } from "../../../published.ts";
import { citationOf } from "../../../schema/citation.ts";
import { citationFiles, type CitationFormat } from "../../../schema/citation-formats.ts";

const formats = Object.keys(citationFiles) as CitationFormat[];

export const getStaticPaths = () => get("claims").rows.flatMap((claim) => formats.map((format) => ({ params: { id: claim.id, format }, props: { claim } })));

export const GET: APIRoute = ({ params, props, site }) => {
  const { claim } = props as ReturnType<typeof getStaticPaths>[number]["props"];
  const { make, type } = citationFiles[params["format"] as CitationFormat];
  return new Response(make(citationOf(claim, new URL(href(`/claims/${claim.id}/`), site).href)), { headers: { "content-type": `${type}; charset=utf-8` } });
};
