import { asiaShare } from "./asia-share.ts";
import { augustCounters } from "./august-counters.ts";
import { chanceOrSize } from "./chance-or-size.ts";
import { clock } from "./clock.ts";
import { countRankRateRank } from "./count-rank-rate-rank.ts";
import { everOrNow } from "./ever-or-now.ts";
import type { Figure } from "./figure.ts";
import { fits } from "./fits.ts";
import { halfHours } from "./half-hours.ts";
import { hostsByCountryBars } from "./hosts-by-country-bars.ts";
import { hostsByCountryMap } from "./hosts-by-country-map.ts";
import { howLikelySeen } from "./how-likely-seen.ts";
import { howMany } from "./how-many.ts";
import { july19 } from "./july-19.ts";
import { laterBotnets } from "./later-botnets.ts";
import { namedOrLocated } from "./named-or-located.ts";
import { pairDecidesNothing } from "./pair-decides-nothing.ts";
import { sameHours } from "./same-hours.ts";
import { shareOfEachTotal } from "./share-of-each-total.ts";
import { what7528Implies } from "./what-7528-implies.ts";
import { whoPublishedAGeography } from "./who-published-a-geography.ts";
import { whoSaidWhatWhen } from "./who-said-what-when.ts";
import { whyTotalsDrift } from "./why-totals-drift.ts";

/** Figures that answer one question. */
export interface FigurePart {
  /** In the address of the part; never changes. */
  readonly id: string;
  readonly title: string;
  readonly figures: readonly Figure[];
}

/** Every figure, by question, in the order of the catalogue. A new one gets a line here. */
export const figureParts: readonly FigurePart[] = [
  { id: "how-many", title: "How many, and over which hours", figures: [howMany, sameHours] },
  { id: "where", title: "Where", figures: [asiaShare, clock, whoPublishedAGeography, shareOfEachTotal, hostsByCountryBars, hostsByCountryMap, countRankRateRank, namedOrLocated] },
  { id: "when", title: "When", figures: [everOrNow, augustCounters, july19, halfHours, whoSaidWhatWhen] },
  { id: "what-a-count-tells", title: "What a count can tell", figures: [howLikelySeen, what7528Implies, chanceOrSize, whyTotalsDrift, pairDecidesNothing, fits, laterBotnets] },
];

/** Every figure, in the order of the catalogue. */
export const figures: readonly Figure[] = figureParts.flatMap((part) => part.figures);

/** @throws when there is no such figure */
export function figureById(id: string): Figure {
  const found = figures.find((figure) => figure.id === id);
  if (found === undefined) throw new Error(`no figure ${id} in src/figures/all.ts`);
  return found;
}
