import { describe, expect, it } from "vitest";
import { zoneCell, zonePlace } from "../../src/schema/zone.ts";

describe("the name of a clock", () => {
  it.each(["", "Europe/Amsterdam", "America/New_York", "Asia/Kuala_Lumpur"])("“%s” is taken", (name) => {
    expect(zoneCell.safeParse(name).success).toBe(true);
  });

  it.each(["EST", "UTC+2", "+02:00", "Europe/Atlantis", "europe/amsterdam"])("“%s” is refused", (name) => {
    expect(zoneCell.safeParse(name).error?.issues[0]?.message).toBe("a zone of the zone database such as Europe/Amsterdam, or nothing");
  });

  it("gives the place in words", () => {
    expect(zonePlace("America/New_York")).toBe("New York");
  });
});
