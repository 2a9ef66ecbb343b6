import type { APIRoute } from "astro";
import { href } from "../../../components/href.ts";
import { figureById, figures } from "../../../figures/all.ts";
import { figureSheet, type SheetForm, sheetForms } from "../../../figures/sheets.ts";
import { get } from "../../../published.ts";

const fileNames: Readonly<Record<SheetForm, string>> = { sheet: "figure", square: "square", card: "card" };

export const getStaticPaths = () => figures.flatMap((figure) => sheetForms.map((form) => ({ params: { id: figure.id, form: fileNames[form] }, props: { form } })));

export const GET: APIRoute<{ form: SheetForm }> = ({ params, props, site }) => {
  const id = params["id"] ?? "";
  const address = new URL(href(`/figures/${id}/`), site);
  return new Response(figureSheet(figureById(id), get, `${address.host}${address.pathname}`, props.form), { headers: { "content-type": "image/svg+xml" } });
};
