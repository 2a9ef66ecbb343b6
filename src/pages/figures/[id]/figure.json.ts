import type { APIRoute } from "astro";
import { href } from "../../../components/href.ts";
import { figureById, figures } from "../../../figures/all.ts";
import { figureJson } from "../../../figures/figure-json.ts";
import { get } from "../../../published.ts";

export const getStaticPaths = () => figures.map((figure) => ({ params: { id: figure.id } }));

export const GET: APIRoute = ({ params, site }) => new Response(figureJson(figureById(params["id"] ?? ""), get, new URL(href(`/figures/${params["id"] ?? ""}/`), site).href), { headers: { "content-type": "application/json" } });
