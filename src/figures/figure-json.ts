import type { Get } from "../aggregates/all.ts";
import type { Figure } from "./figure.ts";
import { figureCitation } from "./figure-citation.ts";

/**
 * A figure without its drawing, for machines: words, sources, citation, and the rows of its table.
 * @param address absolute address of the figure's page
 */
export const figureJson = (figure: Figure, get: Get, address: string): string =>
  `${JSON.stringify(
    {
      id: figure.id,
      title: figure.title(get),
      subtitle: figure.subtitle(get),
      howToRead: figure.howToRead,
      description: figure.alt(get),
      statuses: figure.statuses(get),
      sources: figure.sources(get),
      notes: figure.notes ?? [],
      objection: figure.objection,
      citation: figureCitation(figure.id, figure.title(get), address),
      licence: "CC-BY-4.0",
      madeFrom: figure.from.map((id) => `/data/${id}.json`),
      columns: figure.table(get).columns,
      rows: figure.table(get).rows,
    },
    null,
    1,
  )}\n`;
