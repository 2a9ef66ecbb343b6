import type { APIRoute } from "astro";
import { figureById, figures } from "../../../figures/all.ts";
import { panelFile } from "../../../figures/draw.ts";
import { get } from "../../../published.ts";

export const getStaticPaths = () => figures.flatMap((figure) => figure.panels(get).map((panel) => ({ params: { id: figure.id, panel: panel.id } })));

export const GET: APIRoute = ({ params }) => {
  const figure = figureById(params["id"] ?? "");
  const panel = figure.panels(get).find((each) => each.id === params["panel"]);
  if (panel === undefined) throw new Error(`${figure.id} has no panel ${params["panel"] ?? ""}`);
  return new Response(panelFile(figure, get, panel), { headers: { "content-type": "image/svg+xml" } });
};
