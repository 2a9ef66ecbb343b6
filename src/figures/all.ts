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

/** Every figure, in the order of the catalogue. */
export const figures: readonly Figure[] = [
  howMany,
  sameHours,
  asiaShare,
  clock,
  whoPublishedAGeography,
  shareOfEachTotal,
  hostsByCountryBars,
  hostsByCountryMap,
  countRankRateRank,
  namedOrLocated,
  everOrNow,
  augustCounters,
  july19,
  halfHours,
  whoSaidWhatWhen,
  howLikelySeen,
  what7528Implies,
  chanceOrSize,
  whyTotalsDrift,
  pairDecidesNothing,
  fits,
  laterBotnets,
];

/** @throws when there is no such figure */
export function figureById(id: string): Figure {
  const found = figures.find((figure) => figure.id === id);
  if (found === undefined) throw new Error(`no figure ${id} in src/figures/all.ts`);
  return found;
}
