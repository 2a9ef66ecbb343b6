import type { Block } from "./registry-rows.ts";

/** Disjoint ranges in order of address, inclusive ends; neighbours of one country are joined. */
export interface CountryRange {
  readonly start: number;
  readonly end: number;
  readonly code: string;
}

/** Of blocks that hold the same address, the smallest counts; of equal ones the later dated; of these the first by code, so that the order of files is irrelevant. */
function moreSpecific(a: Block, b: Block): number {
  return a.end - a.start - (b.end - b.start) || b.date - a.date || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}

/** Appends a range, or lengthens the last one where the new one continues it. */
function append(ranges: CountryRange[], start: number, end: number, code: string): void {
  const last = ranges.at(-1);
  if (last?.code === code && last.end + 1 === start) ranges[ranges.length - 1] = { start: last.start, end, code };
  else ranges.push({ start, end, code });
}

/** The country of every address that a block holds: most specific block wins. */
export function countryRanges(blocks: readonly Block[]): CountryRange[] {
  const byStart = [...blocks].sort((a, b) => a.start - b.start);
  const edges = [...new Set(blocks.flatMap(({ start, end }) => [start, end + 1]))].sort((a, b) => a - b);
  const ranges: CountryRange[] = [];
  let active: Block[] = [];
  let next = 0;
  edges.forEach((from, place) => {
    active = active.filter((block) => block.end >= from);
    for (let block = byStart[next]; block?.start === from; block = byStart[++next]) active.push(block);
    const to = edges[place + 1];
    if (to === undefined || active.length === 0) return;
    const winner = active.reduce((best, block) => (moreSpecific(block, best) < 0 ? block : best));
    append(ranges, from, to - 1, winner.code);
  });
  return ranges;
}
