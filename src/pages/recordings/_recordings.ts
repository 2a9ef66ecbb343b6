import type { RecordingAggregate, RecordingId } from "../../aggregates/recordings.ts";
import { aggregateIds, get } from "../../published.ts";

/** Every recording, in the order of their ids. */
export const recordings: readonly RecordingAggregate[] = aggregateIds.filter((id): id is RecordingId => id.startsWith("recording-")).map((id) => get(id));

/** One route for each recording. */
export const recordingPaths = (): { readonly params: { readonly id: string }; readonly props: { readonly recording: RecordingAggregate } }[] => recordings.map((recording) => ({ params: { id: recording.card.id }, props: { recording } }));
