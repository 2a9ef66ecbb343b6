import type { RecordingAggregate } from "../aggregates/recordings.ts";
import { sheetSvg } from "../charts/sheet.ts";
import { drawSvg, onPaper } from "../charts/svg.ts";
import type { RecordingFigure } from "./recording-figures.ts";
import { basisTags, sentence } from "./recording-words.ts";

/** Where the numbers of a recording's drawing come from. */
export const recordingSource = ({ card }: RecordingAggregate): string => `${card.title}, counted by this project’s reader of logs`;

/**
 * A drawing of a recording as one file that stands alone: words and drawing in one svg, light colours, no reference outside.
 * @param address of the recording's page, printed on the sheet
 */
export function recordingSheet(recording: RecordingAggregate, { id, title, subtitle, wide, alt, howToRead }: RecordingFigure, address: string): string {
  const tag = basisTags[recording.basis];
  const words = {
    id,
    title: `${recording.card.title}: ${title}`,
    subtitle,
    description: alt,
    statuses: ["recorded", ...(tag === null ? [] : [tag])],
    howToRead,
    source: recordingSource(recording),
    notes: recording.card.caveats.map(sentence),
    credit: `Counting Code Red · ${address} · CC BY 4.0`,
  };
  const { width, height } = wide.plot;
  return onPaper(sheetSvg(words, [{ svg: drawSvg(wide, { id: `${id}-sheet`, title, description: alt }), width, height }], 1));
}
