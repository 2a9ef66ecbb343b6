import type { APIRoute } from "astro";
import type { RecordingAggregate } from "../../../aggregates/recordings.ts";
import { drawnTables, type DrawnTable } from "../../../components/recording-tables.ts";
import { tableCsv } from "../../../figures/table-csv.ts";
import { recordings } from "../_recordings.ts";

interface Props {
  readonly recording: RecordingAggregate;
  readonly table: DrawnTable;
}

export const getStaticPaths = () =>
  recordings.flatMap((recording) => (Object.keys(drawnTables) as DrawnTable[]).filter((table) => drawnTables[table](recording).rows.length > 0).map((table) => ({ params: { id: recording.card.id, table }, props: { recording, table } })));

/** The rows behind one drawing of a recording. */
export const GET: APIRoute<Props> = ({ props }) => new Response(tableCsv(drawnTables[props.table](props.recording)), { headers: { "content-type": "text/csv; charset=utf-8" } });
