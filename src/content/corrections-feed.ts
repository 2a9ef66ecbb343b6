import { type Correction, correctionAddress } from "./correction.ts";
import { xmlText } from "../schema/xml-text.ts";

const instant = (day: string): string => `${day}T00:00:00Z`;

/**
 * The log as an Atom feed (RFC 4287). Its date is the date of its newest entry: a build without a new entry gives the same bytes.
 * @param entries newest first, at least one
 * @param address absolute address of a path of the site
 */
export function correctionsFeed(entries: readonly Correction[], address: (path: `/${string}`) => string): string {
  const page = address("/corrections/");
  const self = address("/corrections.xml");
  const [newest] = entries;
  if (newest === undefined) throw new Error("a feed needs an entry to take its date from");
  const items = entries.map(
    // The id of an entry never changes once published, so it keeps a form that is no link.
    ({ id, date, title, was, now, why, noticed }) => `  <entry>
    <id>${xmlText(`${page}#${id}`)}</id>
    <title>${xmlText(title)}</title>
    <link rel="alternate" href="${xmlText(address(correctionAddress(id)))}"/>
    <published>${instant(date)}</published>
    <updated>${instant(date)}</updated>
    <content type="text">${xmlText(`Was: ${was} Now: ${now} Why: ${why} Noticed by: ${noticed}.`)}</content>
  </entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${xmlText(page)}</id>
  <title>Counting Code Red: corrections</title>
  <link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>
  <link rel="alternate" type="text/html" href="${xmlText(page)}"/>
  <author><name>Counting Code Red</name></author>
  <updated>${instant(newest.date)}</updated>
${items.join("\n")}
</feed>
`;
}
