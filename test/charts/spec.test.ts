import { describe, expect, it } from "vitest";
import { labelledTicks } from "../../src/charts/spec.ts";

describe("the ticks of a plain scale", () => {
  const ticks = [0, 100_000, 200_000, 300_000, 400_000];

  it("all carry their number where there is room", () => {
    expect(labelledTicks(ticks, "wide")).toEqual(ticks);
  });

  it("carry every other one on a phone, both ends among them, rather than a short form", () => {
    expect(labelledTicks(ticks, "narrow")).toEqual([0, 200_000, 400_000]);
  });
});
