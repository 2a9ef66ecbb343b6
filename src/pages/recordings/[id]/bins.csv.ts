import type { APIRoute } from "astro";
import type { RecordingAggregate } from "../../../aggregates/recordings.ts";
import { binsTable } from "../../../components/recording-tables.ts";
import { tableCsv } from "../../../figures/table-csv.ts";
import { recordingPaths } from "../_recordings.ts";

export const getStaticPaths = recordingPaths;

/** Every bin as a row. */
export const GET: APIRoute<{ recording: RecordingAggregate }> = ({ props }) => new Response(tableCsv(binsTable(props.recording)), { headers: { "content-type": "text/csv; charset=utf-8" } });
