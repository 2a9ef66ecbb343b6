import { describe, expect, it } from "vitest";
import { type Length, nestedBars } from "../../src/charts/nested-bars.ts";
import { drawSvg } from "../../src/charts/svg.ts";
import { everOrNow } from "../../src/figures/ever-or-now.ts";
import { get } from "../../src/published.ts";

const length = (value: number, operator: Length["operator"] = "eq"): Length => ({ key: "k", operator, value, signs: String(value), low: value, high: value });
const draw = (now: Length): string => drawSvg(nestedBars([{ key: "a", label: "a", ever: length(90), now, colour: "#000000" }], { ever: "ever", now: "now" }, 100, [0, 50, 100], "wide"), { id: "t", title: "t", description: "d" });

describe("ever seen, and seen then", () => {
  it("ends an exact bar square and lets a bound fade beyond its stop", () => {
    expect(draw(length(40))).not.toContain("linearGradient");
    expect(draw(length(40, "gt"))).toContain("linearGradient");
  });

  it("draws July and August on one scale", () => {
    const [july, august] = everOrNow.panels(get);
    expect(july?.wide.plot.x).toEqual(august?.wide.plot.x);
  });

  it("pairs the title's two numbers at one moment", () => {
    expect(everOrNow.title(get)).toBe("293,577 addresses so far; 50,672 in the last hour");
    expect(everOrNow.holds(get)).toBe(true);
  });
});
