import { describe, expect, it } from "vitest";
import { readAtlas } from "../../src/readers/atlas.ts";
import { atlasFile } from "../../src/readers/records.ts";
import { bytesOf } from "./altered-files.ts";

const names = (text: string): string[] => {
  const result = readAtlas(atlasFile, text);
  if ("problem" in result) throw new Error(result.problem.expected);
  return result.atlas.objects.countries.geometries.map((shape) => (shape.properties !== undefined && "name" in shape.properties ? shape.properties.name : ""));
};

describe("the atlas", () => {
  it("has the small places that the 1:110 million edition leaves out", () => {
    expect(names(new TextDecoder().decode(bytesOf(atlasFile)))).toEqual(expect.arrayContaining(["Hong Kong", "Singapore", "Macao", "South Korea", "Taiwan"]));
  });

  it.each([
    ["not JSON", "<html>", "TopoJSON; run `npm ci` to restore the package"],
    ["JSON of another shape", '{"type": "FeatureCollection"}', "TopoJSON with an object named countries; run `npm ci` to restore the package"],
  ])("is refused with what to do when it is %s", (_, text, expected) => {
    expect(readAtlas("a.json", text)).toEqual({ problem: { file: "a.json", line: 0, column: "", value: "", expected } });
  });
});
