import { addressLike } from "../schema/address-like.ts";
import { type Format, formats } from "../schema/log-format.ts";
import { printable } from "./printable.ts";

/** What the command line asks for. */
export interface Options {
  files: string[];
  sensor: string | null;
  addresses: number | null;
  zone: string | null;
  registry: string | null;
  binSeconds: number;
  out: string | null;
  record: string | null;
  title: string | null;
  notes: string[];
  format: Format | null;
  partial: string | null;
  keyFile: string | null;
  cache: string | null;
  threads: number | null;
  strict: boolean;
  force: boolean;
  noCache: boolean;
  help: boolean;
  schema: boolean;
}

/** Something wrong with the command line; the message says what, and what would be right. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  /** Exit status. */
  readonly status = 2;
}

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };
/** A week: wider bins show nothing of a worm that spread in a day. */
const widest = 604_800;

/** Seconds of `30m`, `1h`, `90s`, `1d`. @throws UsageError */
function binWidth(text: string): number {
  const match = /^(\d{1,6})([smhd])$/.exec(text);
  const seconds = Number(match?.[1] ?? 0) * (units[match?.[2] ?? ""] ?? 0);
  if (seconds < 1 || seconds > widest) throw new UsageError(`--bin ${printable(text)}: expected a width from 1s to 7d, such as 30m or 1h`);
  return seconds;
}

const id = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
function idOf(name: string, text: string): string {
  if (!id.test(text) || /\d+-\d+-\d+-\d+/.test(text)) throw new UsageError(`${name} ${printable(text)}: expected an id of lower-case letters, digits and single hyphens, such as web-server-a, without an address in it`);
  return text;
}

function positive(name: string, text: string, most: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > most) throw new UsageError(`${name} ${printable(text)}: expected a whole number from 1 to ${most}`);
  return value;
}

function formatOf(text: string): Format {
  const found = formats.find((format) => format === text);
  if (found === undefined) throw new UsageError(`--format ${printable(text)}: expected one of ${formats.join(", ")}`);
  return found;
}

/** Words that go into a record. The text is not repeated where it may hold an address. */
function publicWords(name: string, text: string): string {
  if (addressLike.test(text)) throw new UsageError(`${name}: holds a network address, or reads as one (a version of three parts does); say it in other words: a record is published`);
  return text;
}

const empty = (): Options => ({
  files: [], sensor: null, addresses: null, zone: null, registry: null, binSeconds: 1800, out: null, record: null, title: null, notes: [], format: null,
  partial: null, keyFile: null, cache: null, threads: null, strict: false, force: false, noCache: false, help: false, schema: false,
});

/** Options that take a value, and what becomes of it. */
const takers: Readonly<Record<string, (options: Options, value: string) => void>> = {
  "--sensor": (options, value) => { options.sensor = idOf("--sensor", value); },
  "--addresses": (options, value) => { options.addresses = positive("--addresses", value, 4_294_967_296); },
  "--zone": (options, value) => { options.zone = value; },
  "--registry": (options, value) => { options.registry = value; },
  "--bin": (options, value) => { options.binSeconds = binWidth(value); },
  "--out": (options, value) => { options.out = value; },
  "--record": (options, value) => { options.record = idOf("--record", value); },
  "--title": (options, value) => { options.title = publicWords("--title", value); },
  "--note": (options, value) => { options.notes.push(publicWords("--note", value)); },
  "--format": (options, value) => { options.format = formatOf(value); },
  "--partial": (options, value) => { options.partial = value; },
  "--key-file": (options, value) => { options.keyFile = value; },
  "--cache": (options, value) => { options.cache = value; },
  "--threads": (options, value) => { options.threads = positive("--threads", value, 64); },
};
const switches: Readonly<Record<string, (options: Options) => void>> = {
  "--strict": (options) => { options.strict = true; },
  "--force": (options) => { options.force = true; },
  "--no-cache": (options) => { options.noCache = true; },
  "--help": (options) => { options.help = true; },
  "--schema": (options) => { options.schema = true; },
};

/** Options that only make sense together. */
function checkTogether(options: Options): void {
  if (options.help || options.schema) return;
  if (options.files.length === 0) throw new UsageError("no file given: name one or more logs, or - for standard input");
  if (options.files.filter((file) => file === "-").length > 1) throw new UsageError("- stands for standard input and can be given once");
  if (options.sensor === null) throw new UsageError("--sensor is missing: give what watched an id, such as --sensor web-server-a");
  if (options.partial !== null && options.keyFile === null) throw new UsageError("--partial needs --key-file: a file with the secret that the pool shares, at least 32 bytes, so that sources can be matched and not read");
  if (options.partial !== null && 3600 % options.binSeconds !== 0) throw new UsageError("--partial needs a --bin that divides an hour, such as 30m: the hour of the day is worked out from the bins");
  if (options.partial !== null && options.record !== null) throw new UsageError("--partial and --record cannot be given together: pool the partials first");
}

/**
 * Reads a command line.
 * @param args without the names of the program and the script
 * @throws UsageError
 */
export function optionsFrom(args: readonly string[]): Options {
  const options = empty();
  let literal = false;
  for (let place = 0; place < args.length; place++) {
    const arg = args[place] ?? "";
    const [name = "", inline] = arg.startsWith("--") && arg.includes("=") ? [arg.slice(0, arg.indexOf("=")), arg.slice(arg.indexOf("=") + 1)] : [arg, undefined];
    const take = Object.hasOwn(takers, name) ? takers[name] : undefined;
    const turn = Object.hasOwn(switches, name) ? switches[name] : undefined;
    if (literal || arg === "-" || !arg.startsWith("-")) options.files.push(arg);
    else if (arg === "--") literal = true;
    else if (arg === "-h") options.help = true;
    else if (take !== undefined) {
      const value = inline ?? args[++place];
      if (value === undefined || value === "") throw new UsageError(`${name} needs a value`);
      take(options, value);
    } else if (turn !== undefined && inline === undefined) turn(options);
    else throw new UsageError(`${printable(arg)} is not known; --help lists the options`);
  }
  checkTogether(options);
  return options;
}
