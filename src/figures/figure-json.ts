import type { Get } from "../aggregates/all.ts";
import type { Figure } from "./figure.ts";

/** A figure without its drawing, for machines: words, sources, and the rows of its table. */
export const figureJson = (figure: Figure, get: Get): string =>
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
      madeFrom: figure.from.map((id) => `/data/${id}.json`),
      columns: figure.table(get).columns,
      rows: figure.table(get).rows,
    },
    null,
    1,
  )}\n`;
