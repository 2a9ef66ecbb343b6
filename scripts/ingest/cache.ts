// What lets unchanged input be skipped and a grown file be read on. Its files hold addresses: they are the user's alone.
import { createHash } from "node:crypto";
import { chmodSync, closeSync, fstatSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Options } from "../../src/ingest/options.ts";
import { writeWhole } from "./output.ts";
import type { ResumePoint } from "./input.ts";
import { sha256 } from "../sha256.ts";

/** What tells an unchanged file. */
export interface Identity {
  readonly dev: string;
  readonly ino: string;
  readonly size: number;
  readonly mtime: string;
  readonly ctime: string;
}

/** What tells an unchanged file: device, inode, size and both times, to the nanosecond. */
export function identityOf(path: string): Identity {
  const { dev, ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
  return { dev: String(dev), ino: String(ino), size: Number(size), mtime: String(mtimeNs), ctime: String(ctimeNs) };
}

/** Changes with every change of the code that reads, so that no result outlives the code that made it. */
function readerVersion(): string {
  const filesOf = (folder: string): string[] => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [join(folder, entry.name)] : []));
  const source = join(import.meta.dirname, "../../src");
  return sha256([...filesOf(join(source, "ingest")), ...filesOf(join(source, "schema")), ...filesOf(import.meta.dirname)].map((file) => `${basename(file)} ${sha256(readFileSync(file))}`).join("\n"));
}

/** What is kept of a file: where its reading stopped, and what tells whether that still holds. */
interface State {
  readonly then: Identity;
  readonly point: ResumePoint;
  readonly fingerprint: string;
}

/** The form of a state on the disk: eight bytes for the length of a head, the head, and the tables of the tally as they lie in memory. They are never copied. */
interface Head extends State {
  readonly sourceBlocks: number;
  readonly bytes: readonly number[];
}

function piecesOf(state: State): Uint8Array[] {
  const { sourceBlocks, pairSlots, pairCounts } = state.point.tally;
  const tables = [...sourceBlocks, pairSlots, ...(pairCounts === null ? [] : [pairCounts])].map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength));
  const tally = { ...state.point.tally, sourceBlocks: [], pairSlots: new Int32Array(0), pairCounts: null };
  const head: Head = { ...state, point: { ...state.point, tally }, sourceBlocks: sourceBlocks.length, bytes: tables.map(({ length }) => length) };
  const text = serialize(head);
  const length = Buffer.alloc(8);
  length.writeDoubleLE(text.length);
  return [length, text, ...tables];
}

/** Reads a state. @throws where it is not as it was written */
function readState(path: string): State {
  const file = openSync(path, "r");
  const take = (bytes: number): Buffer => {
    const buffer = Buffer.from(new ArrayBuffer(bytes));
    for (let at = 0; at < bytes; ) {
      const read = readSync(file, buffer, at, bytes - at, null);
      if (read === 0) throw new RangeError("the state is cut");
      at += read;
    }
    return buffer;
  };
  try {
    const length = take(8).readDoubleLE();
    if (!Number.isInteger(length) || length < 0 || length > fstatSync(file).size) throw new RangeError("this is no state");
    const head = deserialize(take(length)) as Head;
    const tables = head.bytes.map((bytes) => take(bytes).buffer as ArrayBuffer);
    const [pairs, counts] = tables.slice(head.sourceBlocks);
    if (pairs === undefined) throw new RangeError("the state has no pairs");
    const tally = { ...head.point.tally, sourceBlocks: tables.slice(0, head.sourceBlocks).map((table) => new Uint32Array(table)), pairSlots: new Int32Array(pairs), pairCounts: counts === undefined ? null : new Uint32Array(counts) };
    return { then: head.then, fingerprint: head.fingerprint, point: { ...head.point, tally } };
  } finally {
    closeSync(file);
  }
}

/** The cache of one run: its entries depend on the reader's code and on the options that change a reading. */
export class Cache {
  readonly #folder: string;
  readonly #salt: string;

  constructor(folder: string, options: Options) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    const { format, zone, binSeconds, partial } = options;
    this.#salt = JSON.stringify([readerVersion(), format, zone, binSeconds, partial !== null]);
  }

  #file(kind: string, ...parts: readonly unknown[]): string {
    return join(this.#folder, `${kind}-${sha256(JSON.stringify([this.#salt, ...parts]))}`);
  }

  /** Where the finished counts of these inputs are kept, if nothing about them has changed. */
  resultFile(options: Options, identities: readonly Identity[]): string {
    const registry = options.registry === null ? null : identityOf(options.registry);
    return this.#file("result", options.files, identities, registry, options.registry, options.sensor, options.addresses);
  }

  /** Where a reading of a file stopped, if the file is the same or has only grown since. */
  resumeFor(path: string, identity: Identity): ResumePoint | null {
    const file = this.#file("state", resolve(path));
    try {
      const { then, point, fingerprint } = readState(file);
      const same = then.dev === identity.dev && then.ino === identity.ino;
      const unchanged = same && then.size === identity.size && then.mtime === identity.mtime && then.ctime === identity.ctime;
      const grown = same && identity.size > then.size && fingerprintOf(path, point.offset) === fingerprint;
      return unchanged || grown ? point : null;
    } catch {
      return null;
    }
  }

  /** Keeps where a reading of a file stopped. */
  keep(path: string, then: Identity, point: ResumePoint): void {
    writeWhole(this.#file("state", resolve(path)), piecesOf({ then, point, fingerprint: fingerprintOf(path, point.offset) }), 0o600);
  }
}

/** sha256 over the first 4 KiB and the last 64 KiB before `end`: a file that was rewritten and not added to differs in one of them. */
function fingerprintOf(path: string, end: number): string {
  const hash = createHash("sha256");
  const handle = openSync(path, "r");
  try {
    for (const [from, to] of [[0, Math.min(4096, end)], [Math.max(0, end - 65_536), end]] as const) {
      const bytes = Buffer.alloc(to - from);
      hash.update(bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, from)));
    }
  } finally {
    closeSync(handle);
  }
  return hash.digest("hex");
}
