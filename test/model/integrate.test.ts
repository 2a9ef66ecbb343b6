import { test } from "vitest";
import { integrate } from "../../src/model/integrate.ts";
import { expectClose } from "./close.ts";

test("Simpson's rule is exact for a cubic and close for an exponential", () => {
  expectClose(integrate((x) => x ** 3, 0, 2, 2), 4);
  expectClose(integrate(Math.exp, 0, 1), Math.E - 1);
});
