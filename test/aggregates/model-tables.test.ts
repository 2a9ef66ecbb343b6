import { describe, expect, it } from "vitest";
import { readInputFiles } from "../../scripts/input-files.ts";
import { backProjection } from "../../src/aggregates/back-projection.ts";
import { coverage } from "../../src/aggregates/coverage.ts";
import { growthFits } from "../../src/aggregates/growth-fits.ts";
import { halfHourCurve } from "../../src/aggregates/half-hour-curve.ts";
import { parameters } from "../../src/aggregates/parameters.ts";
import { sensorChance } from "../../src/aggregates/sensor-chance.ts";
import { visibility } from "../../src/aggregates/visibility.ts";
import { readRecords } from "../../src/readers/records.ts";

const records = readRecords(readInputFiles());

describe("the table of what a sensor sees", () => {
  const { sensors, markedHours } = visibility(records);

  it.each([
    [24, 0.010190186771],
    [22, 0.040141929455],
    [20, 0.151155609017],
    [18, 0.480826719698],
    [16, 0.927347705934],
  ])("a /%i meets %d of the machines in eight hours", (prefix, share) => {
    expect(sensors.find((sensor) => sensor.prefix === prefix)?.points.find(({ hours }) => hours === 8)?.share).toBeCloseTo(share, 11);
  });

  it("has every marked hour on every curve, inside its band, and nobody met before the start", () => {
    for (const { points } of sensors) {
      for (const hours of markedHours) expect(points.some((point) => point.hours === hours)).toBe(true);
      expect(points.every(({ low, share, high }) => low <= share && share <= high)).toBe(true);
      expect(points[0]).toMatchObject({ hours: 0, share: 0, high: 0 });
    }
  });

  it("says what XS4ALL's count would mean on a /20, with the error of sampling", () => {
    const { hosts, standardError } = sensors.find((sensor) => sensor.prefix === 20)?.implied ?? { hosts: 0, standardError: 0 };
    expect([hosts, standardError].map(Math.round)).toEqual([49_803, 529]);
  });
});

describe("the parameters", () => {
  const { worked, sensitivity } = parameters(records);

  it("a reader with a pocket calculator gets each printed result from the printed sum", () => {
    const number = (text: string): number => Number(text.replaceAll(",", ""));
    const [share, rest, hits, tries, oneIn, addresses] = worked;
    expect((7528 / 228_949).toFixed(7)).toBe(share?.result);
    expect((1 - number(share?.result ?? "")).toFixed(7)).toBe(rest?.result);
    expect((-Math.log(number(rest?.result ?? ""))).toFixed(7)).toBe(hits?.result);
    expect(358 * 60 * 8).toBe(number(tries?.result ?? ""));
    expect((2 ** 32 / number(tries?.result ?? "")).toFixed(2)).toBe(number(oneIn?.result ?? "").toFixed(2));
    expect((number(hits?.result ?? "") * number(oneIn?.result ?? "")).toFixed(1)).toBe("835.6");
    expect(addresses?.result).toBe("835.6, so 836");
  });

  it.each([
    ["sans-cumulative", [1057, 836, 665, 359]],
    ["symantec-bound", [2475, 1956, 1556, 841]],
    ["caida-01", [670, 530, 421, 228]],
    ["staniford-02", [1748, 1382, 1099, 594]],
  ])("%s agrees with XS4ALL at these sizes of sensor, slowest worm first", (claim, expected) => {
    expect(sensitivity.find((row) => row.claim === claim)?.sizes.map(({ addresses }) => Math.round(addresses))).toEqual(expected);
  });
});

describe("the back-projection", () => {
  const { rows } = backProjection(records);

  it("ends with the set of assumptions that is true, and refuses there", () => {
    expect(rows.at(-1)).toMatchObject({ kind: "refused", reason: "cannot be inferred" });
    expect(rows.filter(({ kind }) => kind === "refused")).toHaveLength(1);
  });

  it("never implies fewer machines than were counted", () => {
    for (const row of rows) if (row.kind === "interval") for (const { low, hosts, high } of row.totals) expect(7528 <= low && low <= hosts && hosts <= high).toBe(true);
  });

  it("shows that a /16 full of just-woken worms would fit a total above SANS's", () => {
    const waking = rows.find(({ id }) => id === "slash-16-waking");
    expect(waking?.kind === "interval" ? waking.totals.map(({ hosts }) => Math.round(hosts / 1000)) : []).toEqual([389]);
  });
});

describe("the curve of the half-hour", () => {
  const { marked, curve, edge } = halfHourCurve(records);

  it("runs from twelve thousand machines to more than a million", () => {
    expect(marked.map(({ halfHour, hosts }) => [halfHour, Math.round(hosts)])).toEqual([[700, 12_496], [650, 14_432], [600, 17_919], [550, 25_895], [520, 38_497], [500, 61_199], [490, 90_042], [480, 179_646], [475, 373_821], [472, 1_111_716]]);
  });

  it("stays above the edge where no total fits, and only rises towards it", () => {
    expect(edge).toBe(470.5);
    expect(curve.every(({ halfHour }) => halfHour > edge)).toBe(true);
    const byHalfHour = [...curve].sort((a, b) => b.halfHour - a.halfHour);
    expect(byHalfHour.every(({ hosts }, index) => index === 0 || hosts > (byHalfHour[index - 1]?.hosts ?? 0))).toBe(true);
  });
});

describe("the fits", () => {
  const { rows, instrumentChange } = growthFits(records);

  it("leave out everything the telescope saw after its instrument changed, and keep it as points", () => {
    for (const fit of rows.filter(({ dataset }) => dataset.startsWith("caida"))) {
      const [before, after] = [fit.points.filter(({ end }) => end <= instrumentChange), fit.points.filter(({ end }) => end > instrumentChange)];
      expect(before.every(({ residual }) => residual !== null)).toBe(true);
      expect(after.length).toBeGreaterThan(20);
      expect(after.every(({ residual }) => residual === null)).toBe(true);
    }
  });

  it("give a residual that is the recorded value less the law's, where the law is at a moment", () => {
    const fit = rows.find(({ id }) => id === "caida-active");
    const law = new Map(fit?.curve.map(({ at, value }) => [at, value]));
    const both = (fit?.points ?? []).filter(({ residual, end }) => residual !== null && law.has(end));
    expect(both.length).toBeGreaterThan(50);
    for (const { value, residual, end } of both) expect(value - (residual ?? 0)).toBeCloseTo(law.get(end) ?? 0, 3);
  });

  it("give no height where the values do not bend", () => {
    expect(rows.filter(({ law }) => law === "exponential").map(({ id, height, midpoint }) => [id, height, midpoint])).toEqual([["intelsat", null, null]]);
  });
});

describe("the coverage of the intervals", () => {
  it("is near 95 % where the assumptions hold, and says which rows those are", () => {
    const held = coverage().rows.filter(({ assumptionsHold }) => assumptionsHold);
    expect(held.length).toBeGreaterThan(2);
    // 200 surveys: three standard errors are 0.046.
    for (const { containing } of held) expect(Math.abs(containing - 0.95)).toBeLessThan(0.046);
  });
});

describe("twelve simulated nights", () => {
  const { hosts, seeds, sensors } = sensorChance(records);

  it("differ in their seeds alone, and each sensor has a count for every one", () => {
    expect(new Set(seeds).size).toBe(12);
    for (const { met, least, most } of sensors) {
      expect(met).toHaveLength(12);
      expect([least, most]).toEqual([Math.min(...met), Math.max(...met)]);
      expect(least).toBeLessThan(most);
    }
  });

  it("scatter about the formula as a count of so many machines must", () => {
    for (const { met, expected } of sensors) {
      const error = Math.sqrt(expected * (1 - expected / hosts));
      for (const count of met) expect(Math.abs(count - expected)).toBeLessThan(4 * error);
      expect(Math.abs(met.reduce((sum, count) => sum + count, 0) / met.length - expected)).toBeLessThan((4 * error) / Math.sqrt(met.length));
    }
  });

  it("have XS4ALL's count among those of the sensor that fits SANS's total", () => {
    expect(sensors[1]?.addresses).toBe(836);
    expect(sensors[1]?.expected).toBeCloseTo(7531.24, 2);
    expect([sensors[1]?.least, sensors[1]?.most].map((end) => Math.sign((end ?? 0) - 7528))).toEqual([-1, 1]);
  });
});
