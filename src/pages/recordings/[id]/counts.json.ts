import type { APIRoute } from "astro";
import type { RecordingAggregate } from "../../../aggregates/recordings.ts";
import { recordingPaths } from "../_recordings.ts";

export const getStaticPaths = recordingPaths;

/** The counts as the reader wrote them, byte for byte: the hash on the card is the hash of this file. */
export const GET: APIRoute<{ recording: RecordingAggregate }> = ({ props }) => new Response(`${JSON.stringify(props.recording.counts, null, 1)}\n`, { headers: { "content-type": "application/json" } });
