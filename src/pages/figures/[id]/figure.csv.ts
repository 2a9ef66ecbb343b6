import type { APIRoute } from "astro";
import { figureById, figures } from "../../../figures/all.ts";
import { tableCsv } from "../../../figures/table-csv.ts";
import { get } from "../../../published.ts";

export const getStaticPaths = () => figures.map((figure) => ({ params: { id: figure.id } }));

export const GET: APIRoute = ({ params }) => new Response(tableCsv(figureById(params["id"] ?? "").table(get)), { headers: { "content-type": "text/csv; charset=utf-8" } });
