import type { APIRoute } from "astro";
import { figureById, figures } from "../../../figures/all.ts";
import { figureJson } from "../../../figures/figure-json.ts";
import { get } from "../../../published.ts";

export const getStaticPaths = () => figures.map((figure) => ({ params: { id: figure.id } }));

export const GET: APIRoute = ({ params }) => new Response(figureJson(figureById(params["id"] ?? ""), get), { headers: { "content-type": "application/json" } });
