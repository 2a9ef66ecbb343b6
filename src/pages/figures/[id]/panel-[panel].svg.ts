import type { APIRoute } from "astro";
import { figureById, figures } from "../../../figures/all.ts";
import { panelFile, panelsOf } from "../../../figures/draw.ts";
import { get } from "../../../published.ts";

export const getStaticPaths = () => figures.flatMap((figure) => panelsOf(figure, get).map((panel) => ({ params: { id: figure.id, panel: panel.id } })));

export const GET: APIRoute = ({ params }) => new Response(panelFile(figureById(params["id"] ?? ""), get, params["panel"] ?? ""), { headers: { "content-type": "image/svg+xml" } });
