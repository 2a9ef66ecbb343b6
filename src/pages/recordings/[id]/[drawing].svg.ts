import type { APIRoute } from "astro";
import type { RecordingAggregate } from "../../../aggregates/recordings.ts";
import { href } from "../../../components/href.ts";
import { type RecordingFigure, recordingFigures } from "../../../components/recording-figures.ts";
import { recordingSheet } from "../../../components/recording-sheet.ts";
import { get } from "../../../published.ts";
import { recordings } from "../_recordings.ts";

interface Props {
  readonly recording: RecordingAggregate;
  readonly figure: RecordingFigure;
}

export const getStaticPaths = () => recordings.flatMap((recording) => recordingFigures(recording, get("world")).map((figure) => ({ params: { id: recording.card.id, drawing: figure.id }, props: { recording, figure } })));

/** One drawing of a recording as a file of its own. */
export const GET: APIRoute<Props> = ({ props: { recording, figure }, site }) => {
  const { host, pathname } = new URL(href(`/recordings/${recording.card.id}/`), site);
  return new Response(recordingSheet(recording, figure, `${host}${pathname}`), { headers: { "content-type": "image/svg+xml" } });
};
