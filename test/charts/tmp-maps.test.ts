import { describe, expect, it } from "vitest";
import { get } from "../../src/published.ts";
import * as checks from "../figures/checks.ts";
import { countRankRateRank } from "../../src/figures/count-rank-rate-rank.ts";
import { hostsByCountryBars } from "../../src/figures/hosts-by-country-bars.ts";
import { hostsByCountryMap } from "../../src/figures/hosts-by-country-map.ts";
import { shareOfEachTotal } from "../../src/figures/share-of-each-total.ts";
import { whoPublishedAGeography } from "../../src/figures/who-published-a-geography.ts";
import { lightValues } from "../../src/charts/palette.ts";
(lightValues as any)["--map-ink"] ??= "#14171a";
const all = Object.entries(checks).filter(([n, c]) => typeof c === "function" && n !== "contrast") as [string, checks.Check][];
describe.each([countRankRateRank, hostsByCountryBars, hostsByCountryMap, shareOfEachTotal, whoPublishedAGeography].map((f) => [f.id, f] as const))("%s", (_, f) => {
  it.each(all)("%s", (_n, check) => expect(check(f, get)).toEqual([]));
});
