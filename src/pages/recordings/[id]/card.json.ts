import type { APIRoute } from "astro";
import type { RecordingAggregate } from "../../../aggregates/recordings.ts";
import { recordingPaths } from "../_recordings.ts";

export const getStaticPaths = recordingPaths;

/** The card as the reader wrote it, byte for byte. */
export const GET: APIRoute<{ recording: RecordingAggregate }> = ({ props }) => new Response(`${JSON.stringify(props.recording.card, null, 1)}\n`, { headers: { "content-type": "application/json" } });
