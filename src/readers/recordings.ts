import { findNodeAtLocation, type Node, parseTree, type ParseError, printParseErrorCode } from "jsonc-parser";
import type { z } from "zod";
import { createHash } from "node:crypto";
import { addressLike } from "../schema/address-like.ts";
import type { Problem } from "../schema/problem.ts";
import type { Files, FileSet } from "./file-set.ts";
import { type Counts, countsSchema } from "../schema/counts.ts";
import { type RecordingCard, recordingCardSchema } from "../schema/recording-card.ts";

/** Folder with one folder for each recording, which holds `counts.json` and `card.json`. */
const recordingsFolder = "data/records/recordings/";

/** A recorded log as counts, with its card. Both keep the order of their keys, so that they print as the bytes they were read from. */
export interface Recording {
  readonly id: string;
  readonly counts: Counts;
  readonly card: RecordingCard;
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split("\n").length;
const pathWords = (path: readonly PropertyKey[]): string => path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");

/** Lines that hold an address or its beginning. The text found is not repeated: messages are shown, too. */
const addressProblems = (file: string, text: string): Problem[] =>
  text.split("\n").flatMap((line, index) => (addressLike.test(line) ? [{ file, line: index + 1, column: "", value: "", expected: "no network address and nothing that reads as one; take it out of the title, the notes or the file names and make the record again" }] : []));

/**
 * Reads one JSON file of a recording.
 * @returns the value as it was written, without a change to the order of its keys; null where it has a problem
 */
function readJson<Value>(file: string, text: string, schema: z.ZodType<Value>): { readonly value: Value | null; readonly problems: readonly Problem[] } {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (tree === undefined || first !== undefined) return { value: null, problems: [{ file, line: lineAt(text, first?.offset ?? 0), column: "", value: "", expected: `JSON (${first === undefined ? "nothing readable" : printParseErrorCode(first.error)}); make the record again with npm run ingest` }] };
  const addresses = addressProblems(file, text);
  if (addresses.length > 0) return { value: null, problems: addresses };
  const result = schema.safeParse(JSON.parse(text));
  if (result.success) return { value: JSON.parse(text) as Value, problems: [] };
  const nearest = (path: readonly PropertyKey[]): Node => (path.length === 0 ? tree : (findNodeAtLocation(tree, path as (string | number)[]) ?? nearest(path.slice(0, -1))));
  return { value: null, problems: result.error.issues.map(({ path, message }) => ({ file, line: lineAt(text, nearest(path).offset), column: pathWords(path), value: "", expected: `${message}; make the record again with npm run ingest` })) };
}

/** What the two files of one recording say of each other, and of the order of time. */
function disagreements(id: string, folder: string, counts: Counts, card: RecordingCard): Problem[] {
  const fault = (file: string, column: string, value: string, expected: string): Problem => ({ file: `${folder}${file}`, line: 0, column, value, expected });
  const watched = "missing" in Object(counts.sensor.monitoredAddresses) ? null : counts.sensor.monitoredAddresses;
  const inputs = (list: readonly { readonly name: string; readonly bytes: number; readonly sha256: string | null }[]): string => list.map(({ name, bytes, sha256 }) => `${name} ${bytes} ${sha256 ?? ""}`).join();
  const late = counts.bins.findIndex(({ start, end }, place) => end <= start || start < (counts.bins[place - 1]?.start ?? ""));
  return [
    ...(card.id === id ? [] : [fault("card.json", "id", card.id, `${id}, the name of its folder`)]),
    ...(card.sensor.id === counts.sensor.id && card.sensor.monitoredAddresses === watched ? [] : [fault("card.json", "sensor", card.sensor.id, "the sensor of counts.json")]),
    ...(inputs(card.inputs) === inputs(counts.inputs) ? [] : [fault("card.json", "inputs", "", "the inputs of counts.json, with their bytes and hashes")]),
    ...(late === -1 ? [] : [fault("counts.json", `.bins[${late}]`, counts.bins[late]?.start ?? "", "bins in the order of time, each ending after its start")]),
  ];
}

/**
 * Reads and checks every recording among the files.
 * @param files all input files, of which those below `data/records/recordings/` are looked for by name
 * @param set takes the problems: a recording that has one is left out of the answer
 * @returns recordings in the order of their ids
 */
export function readRecordings(files: Files, set: FileSet): readonly Recording[] {
  const ids = [...new Set([...files.keys()].flatMap((file) => /^data\/records\/recordings\/([^/]+)\/(?:counts|card)\.json$/.exec(file)?.[1] ?? []))].sort();
  return ids.flatMap((id): Recording[] => {
    const folder = `${recordingsFolder}${id}/`;
    const read = <Value>(name: string, schema: z.ZodType<Value>): Value | null => {
      const text = set.text(folder + name);
      if (text === null) return null;
      const { value, problems } = readJson(folder + name, text, schema);
      set.problems.push(...problems);
      return value;
    };
    const counts = read("counts.json", countsSchema);
    const card = read("card.json", recordingCardSchema);
    if (counts === null || card === null) return [];
    const found = disagreements(id, folder, counts, card);
    const sha256 = createHash("sha256").update(set.text(`${folder}counts.json`) ?? "").digest("hex");
    const changed: Problem = { file: `${folder}card.json`, line: 0, column: "countsSha256", value: card.countsSha256, expected: `${sha256}, the sha256 of counts.json as it is: a record is not changed by hand; restore counts.json, or make the record again with npm run ingest` };
    const problems = found.length > 0 || sha256 === card.countsSha256 ? found : [changed];
    set.problems.push(...problems);
    return problems.length === 0 ? [{ id, counts, card }] : [];
  });
}
