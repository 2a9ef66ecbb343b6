import type { GeometryCollection, Topology } from "topojson-specification";
import { z } from "zod";
import type { Problem } from "../schema/problem.ts";

/** The countries of the atlas as TopoJSON; ids are ISO numeric text with leading zeros, and some shapes have none. */
export type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

const atlasSchema = z.object({ type: z.literal("Topology"), arcs: z.array(z.array(z.array(z.number()))), objects: z.object({ countries: z.object({ type: z.literal("GeometryCollection") }) }) });

/** Reads the atlas, which comes from a pinned package: its shape is checked, not each of its points. */
export function readAtlas(file: string, text: string): { readonly atlas: Atlas } | { readonly problem: Problem } {
  const problem = (expected: string): { readonly problem: Problem } => ({ problem: { file, line: 0, column: "", value: "", expected } });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return problem("TopoJSON; run `npm ci` to restore the package");
  }
  return atlasSchema.safeParse(json).success ? { atlas: json as Atlas } : problem("TopoJSON with an object named countries; run `npm ci` to restore the package");
}
