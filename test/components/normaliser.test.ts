import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultState, namedStates, outcomeWords, queryOfState, questionLabels, stateOfQuery, type NormaliserState } from "../../src/components/normaliser.ts";
import type { NormaliseQuestion } from "../../src/model/normalise.ts";
import { rateBandPerMinute } from "../../src/model/rate-band.ts";

const states: fc.Arbitrary<NormaliserState> = fc
  .record({
    question: fc.constantFrom(...(Object.keys(questionLabels) as NormaliseQuestion[])),
    rates: fc.tuple(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 100_000 })),
    sensor: fc.option(fc.integer({ min: 1, max: 2 ** 32 }), { nil: null }),
    active: fc.option(fc.integer({ min: 1, max: 100 }), { nil: null }),
    hours: fc.integer({ min: 1, max: 1000 }),
  })
  .map(({ rates: [a, b], ...rest }) => ({ ...rest, lowRate: Math.min(a, b), highRate: Math.max(a, b) }));

test("an address says all of a state: writing it and reading it gives the state again, whatever the page", () => {
  fc.assert(fc.property(states, states, (state, page) => { expect(stateOfQuery(queryOfState(state), page)).toEqual(state); }));
});

test("an address of nonsense gives a state that can be computed, never an error", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom("q", "rate", "n", "active", "h", "x"), fc.string()), (given) => {
      const { question, lowRate, highRate, sensor, active, hours } = stateOfQuery(new URLSearchParams(given).toString(), defaultState);
      expect(Object.keys(questionLabels)).toContain(question);
      expect(lowRate).toBeGreaterThan(0);
      expect(highRate).toBeGreaterThanOrEqual(lowRate);
      expect(hours).toBeGreaterThan(0);
      if (sensor !== null) expect(sensor).toBeGreaterThanOrEqual(1);
      if (active !== null) expect(active).toBeLessThanOrEqual(100);
    }),
  );
});

test("an address without a query leaves the page's own state as it is", () => {
  for (const { state } of Object.values(namedStates)) expect(stateOfQuery("", state)).toEqual(state);
});

test("an emptied field means not known, not the page's own value", () => {
  const page = { ...defaultState, sensor: 1024, active: 50 };
  expect(stateOfQuery("?n=&active=", page)).toMatchObject({ sensor: null, active: null });
});

test("the answers are worded by their ends: bounds as bounds, computed numbers to three figures", () => {
  const words = (low: number, high: number | null, approximate: false | "about" | "nearly" = false): string => outcomeWords({ kind: "interval", low, high, approximate, working: [] });
  expect(words(228_949, 228_949)).toBe("228,949");
  expect(words(200_000, 200_000, "about")).toBe("about 200,000");
  expect(words(130_000, 130_000, "nearly")).toBe("nearly 130,000");
  expect(words(0, 130_000, "nearly")).toBe("up to nearly 130,000");
  expect(words(82_792.4, 236_225.3)).toBe("82,800–236,000");
  expect(words(0, 100_000)).toBe("up to 100,000");
  expect(words(20_000, null)).toBe("20,000 or more");
  expect(outcomeWords({ kind: "refused", reason: "the size is not known", needed: "the size" })).toBe("no answer");
});

test("the state that claims least spans every speed in use, and every named state keeps within them", () => {
  expect([defaultState.lowRate, defaultState.highRate]).toEqual([Math.min(...rateBandPerMinute), Math.max(...rateBandPerMinute)]);
  for (const { state } of Object.values(namedStates)) expect([defaultState.lowRate, state.lowRate, state.highRate, defaultState.highRate]).toEqual([defaultState.lowRate, state.lowRate, state.highRate, defaultState.highRate].toSorted((a, b) => a - b));
});
