import type { DatasetCard } from "../schema/dataset.ts";
import type { Problem } from "../schema/problem.ts";

/** Datasets that figures, pages and computed numbers are made from: without one of them a page would lose a number without a word. */
export const requiredDatasets: ReadonlyMap<string, string> = new Map([
  ["xs4all-2001-08", "series/xs4all-2001-08.csv"],
  ["sans-cumulative-2001-08", "series/sans-cumulative-2001-08.csv"],
  ["sans-hourly-2001-08-01", "series/sans-hourly-2001-08-01.csv"],
  ["caida-2001-07-19-cumulative", "series/caida-2001-07-19-cumulative.csv"],
  ["caida-2001-07-19-countries", "countries/caida-2001-07-19-countries.csv"],
  ["caida-2001-07-19-tlds", "countries/caida-2001-07-19-tlds.csv"],
  ["cas-class-b-daily-2001-07", "series/cas-class-b-daily-2001-07.csv"],
  ["cas-class-b-hourly-2001-07-19", "series/cas-class-b-hourly-2001-07-19.csv"],
  ["intelsat-hourly-2001-08-01", "series/intelsat-hourly-2001-08-01.csv"],
  ["akamai-cumulative-2001-08-01", "series/akamai-cumulative-2001-08-01.csv"],
  ["unassigned-24-half-hourly-2001-08-01", "series/unassigned-24-half-hourly-2001-08-01.csv"],
  ["sonicnet-2001-07-19", "series/sonicnet-2001-07-19.csv"],
  ["country-statements", "countries/country-counts.csv"],
]);

/** Problems of required datasets that have no card, or whose card names another file. @param file of the cards, for messages */
export const missingDatasets = (file: string, cards: readonly DatasetCard[]): Problem[] =>
  [...requiredDatasets].flatMap(([id, wanted]): Problem[] => {
    const card = cards.find((each) => each.id === id);
    if (card === undefined) return [{ file, line: 0, column: "id", value: id, expected: `a card with this id, for the file ${wanted}: figures or computed numbers are made from it; restore both` }];
    return card.file === wanted ? [] : [{ file, line: 0, column: "file", value: card.file, expected: `${wanted}, the file of ${id}, from which figures or computed numbers are made` }];
  });
