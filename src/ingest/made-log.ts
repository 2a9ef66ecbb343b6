import { variants } from "../schema/variant.ts";
import { codeRed, codeRed2, unknownVariant } from "./variant.ts";

/** What a made log holds: known while it is made, so that a reader can be checked against it. */
export interface MadeTruth {
  readonly lines: number;
  readonly probes: number;
  readonly uniqueSources: number;
  readonly byVariant: Readonly<Record<string, { readonly probes: number; readonly sources: number }>>;
  /** Start of each half-hour in seconds since 1970 UTC, its probes, and its distinct sources. */
  readonly bins: readonly (readonly [start: number, probes: number, sources: number])[];
  readonly f1: number;
  readonly f2: number;
  /** Lines with the marker outside the request. */
  readonly decoys: number;
}

export interface MadeOptions {
  /** `mixed`: ordinary traffic with one probe in ten lines; `probes`: probes only. */
  readonly kind: "mixed" | "probes";
  readonly bytes: number;
  readonly sources: number;
  readonly seed: number;
}

/** mulberry32: numbers in [0, 1) that depend on the seed alone. */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** 1 August 2001, 00:00 UTC, the restart of the worm; a made log runs for two days from there. */
const begin = 996_624_000;
const seconds = 172_800;
const bin = 1800;
const binCount = seconds / bin;
const runs = ["N", "X", "A"].map((letter) => `"GET /default.ida?${letter.repeat(224)}%u9090%u6858%ucbd3%u7801%u9090%u6858%ucbd3%u7801%u9090%u6858%ucbd3%u7801%u9090%u9090%u8190%u00c3%u0003%u8b00%u531b%u53ff%u0078%u0000%u00=a  HTTP/1.0" 404 276 "-" "-"`);
const pages = ["/", "/index.html", "/news/2001/08/worm.html", "/images/logo.gif", "/style.css", "/cgi-bin/search?q=weather"];
const agents = ["Mozilla/4.0 (compatible; MSIE 5.5; Windows 98)", "Mozilla/4.77 [en] (X11; U; Linux 2.2.19 i686)", "Googlebot/2.1 (+http://www.googlebot.com/bot.html)"];
const referers = ["-", "http://www.example.com/links/2001/index.html", "http://search.example.com/?q=counting+infected+servers"];
const decoy = "http://www.example.com/what-is-this?line=/default.ida?NNNNNNNN";

/** Different for each of 2^32 places: an odd multiplier permutes the numbers of 32 bits. */
const addressAt = (place: number): number => (Math.imul(place, 0x9e37_79b1) ^ 0x5bd1_e995) >>> 0;
const dotted = (address: number): string => `${address >>> 24}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}`;
const pick = (list: readonly string[], random: number): string => list[Math.floor(random * list.length)] ?? "";
const pad = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** `01/Aug/2001:05:13:17 -0400` of seconds since `begin`. */
function stamp(at: number): string {
  const local = at + 86_400 - 14_400;
  const day = Math.floor(local / 86_400);
  const clock = `${pad(Math.floor(local / 3600) % 24)}:${pad(Math.floor(local / 60) % 60)}:${pad(local % 60)} -0400`;
  return day === 0 ? `31/Jul/2001:${clock}` : `${pad(day)}/Aug/2001:${clock}`;
}

/** Counts kept while the log is made: plain arrays by source and bin, unlike anything the reader does. */
class Ledger {
  readonly probesOf: Uint32Array;
  readonly seenIn: Uint8Array;
  readonly variantsOf: Uint8Array;
  readonly binProbes = new Float64Array(binCount);
  readonly variantProbes = [0, 0, 0];

  constructor(sources: number) {
    this.probesOf = new Uint32Array(sources);
    this.seenIn = new Uint8Array(sources * binCount);
    this.variantsOf = new Uint8Array(sources);
  }

  note(source: number, at: number, variant: number): void {
    const place = Math.floor(at / bin);
    this.probesOf[source] = (this.probesOf[source] ?? 0) + 1;
    this.seenIn[source * binCount + place] = 1;
    this.variantsOf[source] = (this.variantsOf[source] ?? 0) | (1 << variant);
    this.binProbes[place] = (this.binProbes[place] ?? 0) + 1;
    this.variantProbes[variant] = (this.variantProbes[variant] ?? 0) + 1;
  }

  truth(lines: number, decoys: number): MadeTruth {
    const sourcesIn = new Uint32Array(binCount);
    this.seenIn.forEach((seen, at) => (sourcesIn[at % binCount] = (sourcesIn[at % binCount] ?? 0) + seen));
    const byVariant = Object.fromEntries(variants.map((variant, place) => [variant, { probes: this.variantProbes[place] ?? 0, sources: this.variantsOf.filter((mask) => (mask & (1 << place)) !== 0).length }]));
    return {
      lines,
      probes: this.variantProbes.reduce((total, n) => total + n, 0),
      uniqueSources: this.probesOf.filter((n) => n > 0).length,
      byVariant,
      bins: [...sourcesIn].flatMap((sources, place) => ((this.binProbes[place] ?? 0) === 0 ? [] : [[begin + place * bin, this.binProbes[place] ?? 0, sources] as const])),
      f1: this.probesOf.filter((n) => n === 1).length,
      f2: this.probesOf.filter((n) => n === 2).length,
      decoys,
    };
  }
}

/**
 * Makes a log of NCSA combined format of at least `bytes` bytes, block by block.
 * @param write takes the next block of whole lines
 * @returns what is in it
 */
export function makeLog({ kind, bytes, sources, seed }: MadeOptions, write: (block: string) => void): MadeTruth {
  const random = seeded(seed);
  const ledger = new Ledger(sources);
  // A probe line is some 460 bytes long, an ordinary one 150, a mixture of one to nine some 185: with this, time runs evenly over the two days.
  const expected = Math.max(1, Math.floor(bytes / (kind === "probes" ? 462 : 185)));
  let written = 0;
  let lines = 0;
  let decoys = 0;
  let block: string[] = [];
  let blockBytes = 0;
  while (written + blockBytes < bytes) {
    const at = Math.min(seconds - 1, Math.floor((lines / expected) * seconds));
    let line: string;
    if (kind === "probes" || random() < 0.1) {
      const source = Math.floor(random() * sources);
      const draw = random();
      const variant = draw < 0.9 ? codeRed : draw < 0.98 ? codeRed2 : unknownVariant;
      // Servers write a line when the answer ends: some stand a few seconds back.
      const time = Math.max(0, at - (random() < 0.05 ? Math.floor(random() * 20) : 0));
      ledger.note(source, time, variant);
      line = `${dotted(addressAt(source))} - - [${stamp(time)}] ${runs[variant] ?? ""}\n`;
    } else {
      const isDecoy = random() < 0.002;
      if (isDecoy) decoys++;
      line = `${dotted(addressAt(sources + Math.floor(random() * 100_000)))} - - [${stamp(at)}] "GET ${pick(pages, random())} HTTP/1.0" 200 ${Math.floor(random() * 50_000)} "${isDecoy ? decoy : pick(referers, random())}" "${pick(agents, random())}"\n`;
    }
    block.push(line);
    blockBytes += line.length;
    lines++;
    if (blockBytes < 1_000_000) continue;
    write(block.join(""));
    written += blockBytes;
    block = [];
    blockBytes = 0;
  }
  write(block.join(""));
  return ledger.truth(lines, decoys);
}
