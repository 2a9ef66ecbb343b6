import { licence } from "./data-package.ts";
import type { TableDescription } from "./tables/field.ts";

/**
 * The data as schema.org/Dataset, for search engines. Its date is that of the newest correction, never that of a build.
 * @param site absolute address of the site, with its slash
 * @param modified day of the newest correction, ISO 8601
 */
export const datasetMarkup = (site: string, tables: readonly TableDescription[], modified: string): object => ({
  "@context": "https://schema.org/",
  "@type": "Dataset",
  name: "Counting Code Red: statements, series and tables of 2001",
  description: "What was published in 2001 about the number and the place of machines infected by the Code Red worm: every statement with its source, every series and table with its card, and what this project computed from them.",
  url: new URL("data/", site).href,
  identifier: new URL("data/", site).href,
  license: licence.path,
  isAccessibleForFree: true,
  keywords: ["Code Red", "computer worm", "2001", "measurement"],
  temporalCoverage: "2001",
  dateModified: modified,
  creator: { "@type": "Organization", name: "Counting Code Red", url: site },
  distribution: [
    { "@type": "DataDownload", name: "Everything", encodingFormat: "application/zip", contentUrl: new URL("data/counting-code-red-data.zip", site).href },
    ...tables.map((table) => ({ "@type": "DataDownload", name: table.title, encodingFormat: "text/csv", contentUrl: new URL(table.path, site).href })),
  ],
});
