import { describe, expect, it } from "vitest";
import { productBars } from "../../src/charts/product-bars.ts";
import { drawSvg } from "../../src/charts/svg.ts";
import { claimsById } from "../../src/figures/claim-table.ts";
import { halfHours } from "../../src/figures/half-hours.ts";
import { get } from "../../src/published.ts";

describe("half-hours", () => {
  it("shows the four counted half-hours, and XS4ALL's without a place among them", () => {
    const rows = halfHours.table(get).rows;
    expect(rows.filter(({ counter }) => counter === "One unassigned /24").map(({ number }) => number)).toEqual(["682", "536", "533", "643"]);
    expect(rows.find(({ counter }) => counter === "XS4ALL, one half-hour")?.["window"]).toContain("not stated");
  });

  it("multiplies XS4ALL's half-hour by the half-hours of its own eight hours", () => {
    const [half, eight] = claimsById(get, ["xs4all-half-hour", "xs4all-unique-8h"]);
    const product = (half?.value ?? 0) * (eight?.windowHours ?? 0) * 2;
    expect(product).toBe(11_200);
    expect(product).toBeGreaterThan(eight?.value ?? Number.POSITIVE_INFINITY);
    expect(halfHours.alt(get)).toContain("11,200, against 7,528");
  });

  it("draws a supposed number as a dashed outline and a counted one filled", () => {
    const draw = (supposed: boolean): string => drawSvg(productBars([{ key: "k", label: "a", value: 5, signs: "5", supposed, colour: "#123456" }], 10, [0, 5, 10], "wide"), { id: "t", title: "t", description: "d" });
    expect(draw(true)).toMatch(/stroke-dasharray/);
    expect(draw(true)).not.toContain('fill="#123456"');
    expect(draw(false)).toContain('fill="#123456"');
    expect(draw(false)).not.toMatch(/stroke-dasharray/);
  });
});
