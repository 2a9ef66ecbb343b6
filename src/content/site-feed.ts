import { type Correction, correctionAddress } from "./correction.ts";
import { xmlText } from "../schema/xml-text.ts";
import type { Version } from "./version.ts";

interface Entry {
  /** Never changes once published; for a correction it is no link. */
  readonly id: string;
  readonly link: string;
  readonly title: string;
  readonly day: string;
  readonly text: string;
}

/**
 * Corrections and frozen versions as one Atom feed (RFC 4287), newest first. Its date is that of its newest entry, never that of a build.
 * @param address absolute address of a path of the site
 * @throws when there is nothing to take a date from
 */
export function siteFeed(corrections: readonly Correction[], versions: readonly Version[], address: (path: `/${string}`) => string): string {
  const entries: readonly Entry[] = [
    ...corrections.map(({ id, title, date, was, now }) => ({ id: address(`/corrections/#${id}`), link: address(correctionAddress(id)), title: `Correction: ${title}`, day: date, text: `Was: ${was} Now: ${now}` })),
    ...versions.map(({ version, day }) => ({ id: address(`/v/${version}/`), link: address(`/v/${version}/`), title: `Frozen version of ${day}`, day, text: `The site as it was on ${day}, kept byte for byte.` })),
  ].sort((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? 1 : -1));
  const [newest] = entries;
  if (newest === undefined) throw new Error("a feed needs an entry to take its date from");
  const items = entries.map(
    ({ id, link, title, day, text }) => `  <entry>
    <id>${xmlText(id)}</id>
    <title>${xmlText(title)}</title>
    <link rel="alternate" href="${xmlText(link)}"/>
    <updated>${day}T00:00:00Z</updated>
    <content type="text">${xmlText(text)}</content>
  </entry>
`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${xmlText(address("/feed.xml"))}</id>
  <title>Counting Code Red: corrections and versions</title>
  <link rel="self" type="application/atom+xml" href="${xmlText(address("/feed.xml"))}"/>
  <link rel="alternate" type="text/html" href="${xmlText(address("/versions/"))}"/>
  <author><name>Counting Code Red</name></author>
  <updated>${newest.day}T00:00:00Z</updated>
${items.join("")}</feed>
`;
}
