import { longPath } from "../charts/svg.ts";

/** Long paths without paint of their own, as most are: Plot paints the group. One with its own colour would give it to all that use it. */
const longPaths = new RegExp(`<path((?: (?:id|data-[a-z]+)="[^"]*")*) d="([^"]{${longPath},})"((?: (?:id|data-[a-z]+)="[^"]*")*)/>`, "g");

/**
 * The same drawings for one page that holds them all: an outline that several draw, as the land of a map, is written in the first and used by the others.
 * A browser reads every byte of a page before it settles: a dossier of maps gets a fifth shorter.
 * @param drawings as `drawSvg` writes them, in the order of the page, with ids of their own
 * @returns one for each, in the same order; a drawing without an outline seen before is unchanged but for an id on what others use
 */
export function sharedOutlines(drawings: readonly string[]): string[] {
  const uses = new Map<string, number>();
  for (const [, , data = ""] of drawings.join("").matchAll(longPaths)) uses.set(data, (uses.get(data) ?? 0) + 1);
  const written = new Map<string, string>();
  return drawings.map((drawing) =>
    drawing.replace(longPaths, (path, before: string, data: string, after: string) => {
      const known = written.get(data);
      if (known !== undefined) return `<use${before} href="#${known}"${after}/>`;
      if (uses.get(data) === 1) return path;
      const own = / id="([^"]+)"/.exec(before + after)?.[1];
      const id = own ?? `outline-${written.size}`;
      written.set(data, id);
      return own === undefined ? `<path id="${id}"${before} d="${data}"${after}/>` : path;
    }),
  );
}
