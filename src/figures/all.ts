import type { Figure } from "./figure.ts";
import { asiaShare } from "./asia-share.ts";
import { clock } from "./clock.ts";
import { howMany } from "./how-many.ts";
import { sameHours } from "./same-hours.ts";

/** Every figure, in the order of the catalogue. */
export const figures: readonly Figure[] = [howMany, sameHours, asiaShare, clock];

/** @throws when there is no such figure */
export function figureById(id: string): Figure {
  const found = figures.find((figure) => figure.id === id);
  if (found === undefined) throw new Error(`no figure ${id} in src/figures/all.ts`);
  return found;
}
