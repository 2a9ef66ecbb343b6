import { z } from "zod";
import { idCell } from "./cell.ts";

const text = z.string().min(1);

/** The card beside `counts.json` of a recording, `data/records/recordings/<id>/card.json`. Nothing is optional; null = not stated. */
export const recordingCardSchema = z.strictObject({
  id: idCell,
  /** Heading of the page. */
  title: text,
  sensor: z.strictObject({ id: idCell, monitoredAddresses: z.number().int().positive().nullable() }),
  /** How local times became UTC. */
  zoneBasis: text,
  /** The inputs as they were read; their bytes are not kept here. */
  inputs: z.array(z.strictObject({ name: text, bytes: z.number().int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
  /** sha256 of counts.json. */
  countsSha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The command that made the record, without paths or keys. */
  command: text,
  /** What a reader must know before using a number: always printed with the page. */
  caveats: z.array(text),
});
export type RecordingCard = z.infer<typeof recordingCardSchema>;
