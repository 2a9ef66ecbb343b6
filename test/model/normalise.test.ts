import fs from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { normalise, organisations, type NormaliseAssumptions, type NormaliseOutcome, type NormaliseQuestion, type NormaliseOrganisation, type StatedCount, type StatedCounts } from "../../src/model/normalise.ts";

const ledger = (JSON.parse(fs.readFileSync(new URL("../../data/aggregates/claims.json", import.meta.url), "utf8")) as { rows: { id: string; value: number | null }[] }).rows;
const counted = (claim: string): StatedCount => {
  const value = ledger.find(({ id }) => id === claim)?.value;
  if (value === null || value === undefined) throw new Error(`no number in ${claim}`);
  return { claim, value };
};
const stated: StatedCounts = {
  xs4all: { ...counted("xs4all-unique-8h"), hours: 8 },
  sansTotal: counted("sans-cumulative"),
  sansHourly: counted("sans-hourly-59000"),
  symantecBound: counted("symantec-bound"),
  certTotal: counted("cert-03"),
  caidaTotal: counted("caida-04"),
  fsecureTotal: counted("fsecure-03"),
  kasperskyLevel: counted("kaspersky-denial"),
  sansJuly: counted("sans-13"),
  certJuly: counted("cert-01"),
  caidaJuly: counted("caida-07"),
  fsecureJuly: counted("fsecure-nine-hours"),
  kasperskyJuly: counted("kaspersky-02"),
};
const unknown: NormaliseAssumptions = { lowRate: 283, highRate: 833, sensorAddresses: null, activeShare: null, hours: 8 };
const at358 = { lowRate: 358, highRate: 358 } as const;

function outcome(question: NormaliseQuestion, organisation: NormaliseOrganisation, assumed: Partial<NormaliseAssumptions> = {}): NormaliseOutcome {
  const found = normalise(question, stated, { ...unknown, ...assumed }).find((answer) => answer.organisation === organisation);
  if (found === undefined) throw new Error(`no answer for ${organisation}`);
  return found.outcome;
}
function interval(question: NormaliseQuestion, organisation: NormaliseOrganisation, assumed: Partial<NormaliseAssumptions> = {}): Extract<NormaliseOutcome, { kind: "interval" }> {
  const found = outcome(question, organisation, assumed);
  if (found.kind === "refused") throw new Error(found.reason);
  return found;
}

test.each([
  [358, 256, 738_750],
  [358, 1024, 187_535],
  [358, 4096, 49_803],
  [358, 16_384, 15_656],
  [358, 65_536, 8_118],
  [450, 256, 588_489],
  [833, 65_536, 7_545],
] as const)("at %i tries a minute and %i addresses, XS4ALL's count means %i machines at once", (rate, sensorAddresses, hosts) => {
  const { low, high } = interval("at-once", "XS4ALL", { lowRate: rate, highRate: rate, sensorAddresses });
  expect(Math.round(low)).toBe(hosts);
  expect(high).toBe(low);
});

test.each([
  [100_000, 65_536, 92_735],
  [228_949, 65_536, 212_315],
  [228_949, 131_072, 227_741],
] as const)("of %i machines that all scan, a network of %i addresses meets %i in eight hours", (hosts, sensorAddresses, met) => {
  const with358 = { ...unknown, ...at358, sensorAddresses, activeShare: 1 };
  const sans = normalise("one-network", { ...stated, sansTotal: { claim: "sans-cumulative", value: hosts } }, with358).find(({ organisation }) => organisation === "SANS")?.outcome;
  if (sans?.kind !== "interval") throw new Error("SANS must have an answer");
  expect(Math.round(sans.low)).toBe(met);
  expect(Math.round(sans.high ?? 0)).toBe(met);
});

test("XS4ALL has no answer while the size of its sensor is not known, and says what is needed", () => {
  for (const question of ["ever", "at-once"] as const) {
    const refusal = outcome(question, "XS4ALL");
    expect(refusal.kind).toBe("refused");
    if (refusal.kind === "refused") expect(refusal.needed).toBe("the number of addresses that XS4ALL watched");
  }
});

test("what XS4ALL itself met in its own eight hours needs no assumption", () => {
  expect(interval("one-network", "XS4ALL")).toMatchObject({ low: 7528, high: 7528 });
  expect(outcome("one-network", "XS4ALL", { hours: 4 }).kind).toBe("refused");
});

test("Kaspersky's argument never becomes a count, Symantec's bound never a total ever infected", () => {
  for (const question of ["ever", "at-once", "one-network"] as const) expect(outcome(question, "Kaspersky", { sensorAddresses: 65_536, activeShare: 0.5 }).kind).toBe("refused");
  expect(outcome("ever", "Symantec").kind).toBe("refused");
});

test("bounds stay bounds: Symantec's reaches down to nothing, F-Secure's has no upper end", () => {
  expect(interval("at-once", "Symantec")).toMatchObject({ low: 0, high: 100_000 });
  expect(interval("ever", "F-Secure")).toMatchObject({ low: 20_000, high: null });
  expect(outcome("at-once", "F-Secure").kind).toBe("refused");
});

test("CAIDA's “nearly” is a number close by and below, not anything from nothing up", () => {
  expect(interval("ever", "CAIDA")).toMatchObject({ low: 130_000, high: 130_000, approximate: "nearly" });
  expect(interval("ever", "CAIDA").working[0]).toBe("“nearly” ");
});

test("a number of systems or servers is an answer in addresses by assumption alone, and says so", () => {
  for (const question of ["ever", "at-once", "july"] as const)
    for (const { organisation, outcome: found } of normalise(question, stated, unknown)) {
      if (found.kind === "refused") continue;
      expect(found.working.at(-1) === "; read as addresses: our assumption", `${question} ${organisation}`).toBe(["CERT", "Symantec", "F-Secure", "Kaspersky"].includes(organisation));
    }
});

test("with nothing assumed SANS's active machines lie between its hourly count and its running total", () => {
  expect(interval("at-once", "SANS")).toMatchObject({ low: 59_000, high: 228_949 });
});

test("XS4ALL and Symantec have no number for July, and July does not depend on any assumption", () => {
  expect(outcome("july", "XS4ALL").kind).toBe("refused");
  expect(outcome("july", "Symantec").kind).toBe("refused");
  expect(normalise("july", stated, { ...unknown, sensorAddresses: 256, activeShare: 0.1, hours: 1 })).toEqual(normalise("july", stated, unknown));
});

const sizes = fc.integer({ min: 1, max: 2 ** 24 });
const rates = fc.tuple(fc.integer({ min: 3, max: 5000 }), fc.integer({ min: 3, max: 5000 })).map(([a, b]) => ({ lowRate: Math.min(a, b), highRate: Math.max(a, b) }));
const shares = fc.option(fc.double({ min: 0.01, max: 1, noNaN: true }), { nil: null });
const assumptions = fc.record({ band: rates, sensorAddresses: fc.option(sizes, { nil: null }), activeShare: shares, hours: fc.double({ min: 0.5, max: 48, noNaN: true }) }).map(({ band, ...rest }) => ({ ...band, ...rest }));
const asked = fc.constantFrom<NormaliseQuestion>("ever", "at-once", "one-network", "july");

test("every organisation gets one answer, with ends in order, or a refusal with a reason and what is needed", () => {
  fc.assert(
    fc.property(asked, assumptions, (question, assumed) => {
      const answers = normalise(question, stated, assumed);
      expect(answers.map(({ organisation }) => organisation)).toEqual([...organisations]);
      for (const { outcome: found } of answers) {
        if (found.kind === "refused") expect([found.reason.length > 10, found.needed.length > 10]).toEqual([true, true]);
        else {
          expect(found.low).toBeGreaterThanOrEqual(0);
          if (found.high !== null) expect(found.high).toBeGreaterThanOrEqual(found.low);
          expect(found.working.length).toBeGreaterThan(0);
        }
      }
    }),
  );
});

test("a wider band of rates never narrows an answer", () => {
  fc.assert(
    fc.property(asked, assumptions, fc.integer({ min: 1, max: 1000 }), (question, assumed, more) => {
      const narrow = normalise(question, stated, assumed);
      const wide = normalise(question, stated, { ...assumed, highRate: assumed.highRate + more });
      for (const [index, { outcome: found }] of narrow.entries()) {
        const wider = wide[index]?.outcome;
        if (found.kind === "refused" || wider?.kind !== "interval") continue;
        expect(wider.low).toBeLessThanOrEqual(found.low * (1 + 1e-12));
        expect((wider.high ?? Infinity) * (1 + 1e-12)).toBeGreaterThanOrEqual(found.high ?? 0);
      }
    }),
  );
});

test("a larger sensor never implies more machines from the same count", () => {
  fc.assert(
    fc.property(rates, sizes, sizes, (band, a, b) => {
      const [small, large] = [Math.min(a, b), Math.max(a, b)].map((sensorAddresses) => interval("at-once", "XS4ALL", { ...band, sensorAddresses }));
      expect(large?.low).toBeLessThanOrEqual(small?.low ?? 0);
      expect(large?.high).toBeLessThanOrEqual(small?.high ?? 0);
      expect(large?.low).toBeGreaterThanOrEqual(7528);
    }),
  );
});

test.each([
  ["lowRate", { lowRate: 0 }],
  ["lowRate", { lowRate: 900 }],
  ["highRate", { highRate: Number.NaN }],
  ["hours", { hours: -1 }],
  ["sensorAddresses", { sensorAddresses: 0 }],
  ["sensorAddresses", { sensorAddresses: 2 ** 33 }],
  ["activeShare", { activeShare: 0 }],
  ["activeShare", { activeShare: 1.5 }],
] as const)("nonsense in %s is refused by name", (argument, wrong) => {
  expect(() => normalise("ever", stated, { ...unknown, ...wrong })).toThrow(expect.objectContaining({ argument }));
});
