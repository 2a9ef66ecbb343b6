import type { Correction } from "./correction.ts";

/** Text inside XML: the five signs are escaped, characters that XML 1.0 forbids are dropped. */
export const xmlText = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&apos;");

const instant = (day: string): string => `${day}T00:00:00Z`;

/**
 * The log as an Atom feed (RFC 4287). Its date is the date of its newest entry: a build without a new entry gives the same bytes.
 * @param entries newest first, at least one
 * @param page absolute address of the page of corrections
 * @param self absolute address of the feed
 */
export function correctionsFeed(entries: readonly Correction[], page: string, self: string): string {
  const [newest] = entries;
  if (newest === undefined) throw new Error("a feed needs an entry to take its date from");
  const items = entries.map(
    ({ id, date, title, was, now, why, noticed }) => `  <entry>
    <id>${xmlText(`${page}#${id}`)}</id>
    <title>${xmlText(title)}</title>
    <link rel="alternate" href="${xmlText(`${page}#${id}`)}"/>
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
