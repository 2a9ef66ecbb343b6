import type { Counts } from "../schema/counts.ts";
import { isMissing } from "../schema/missing.ts";
import { type RecordingCard, recordingCardSchema } from "../schema/recording-card.ts";

/** In words how the times of the inputs became UTC. */
function zoneBasis({ inputs }: Counts): string {
  const names = [...new Set(inputs.flatMap(({ zone }) => zone.name ?? []))].join(", ");
  const bases = new Set(inputs.map(({ zone }) => zone.basis).filter((basis) => basis !== "none"));
  if (bases.size === 0 || (bases.size === 1 && bases.has("stated"))) return "stated in the input";
  return bases.size === 1 && bases.has("assumed") ? `not stated in the input; ${names} assumed` : `partly stated in the input, otherwise ${names} assumed`;
}

/** Below this many sources a share of one half is uncertain by more than ten points even in a random sample: 1.96 * sqrt(0.25 / 100) = 0.098. */
const enoughForShares = 96;

/** Caveats that follow from the counts themselves. */
function caveatsOf(counts: Counts): string[] {
  const caveats: string[] = [];
  if (typeof counts.uniqueSources === "number" && counts.uniqueSources <= enoughForShares)
    caveats.push(`${counts.uniqueSources} source ${counts.uniqueSources === 1 ? "address is" : "addresses are"} an illustration and no sample: a share of so few is uncertain by more than ten points.`);
  if (counts.kind === "probes") caveats.push("Source addresses are counted, not machines: one machine can use several addresses, and several machines can share one.");
  const inferred = counts.inputs.reduce((total, input) => total + input.inferred, 0);
  if (inferred > 0) caveats.push(`${inferred} ${inferred === 1 ? "probe is" : "probes are"} inferred from a message and a date; the request was not logged.`);
  if (counts.inputs.some(({ zone }) => zone.basis === "assumed" || zone.basis === "mixed")) caveats.push("The log states no time zone, or not everywhere: the zone is assumed.");
  const rejected = counts.inputs.reduce((total, input) => total + input.rejected.reduce((sum, { lines }) => sum + lines, 0), 0);
  if (rejected > 0) caveats.push(`${rejected} ${rejected === 1 ? "line was" : "lines were"} rejected; the quality report gives the reasons.`);
  if (isMissing(counts.countries)) caveats.push("No country table was used.");
  return caveats;
}

/** The card of a recording. @param own what the person who makes the record adds */
export function recordingCard(counts: Counts, own: { id: string; title: string; notes: readonly string[]; command: string; countsSha256: string }): RecordingCard {
  const { monitoredAddresses, id } = counts.sensor;
  return recordingCardSchema.parse({
    id: own.id,
    title: own.title,
    sensor: { id, monitoredAddresses: isMissing(monitoredAddresses) ? null : monitoredAddresses },
    zoneBasis: zoneBasis(counts),
    inputs: counts.inputs.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
    countsSha256: own.countsSha256,
    command: own.command,
    caveats: [...own.notes, ...caveatsOf(counts)],
  });
}
