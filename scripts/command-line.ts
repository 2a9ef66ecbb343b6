// What the scripts share as programs: reading words and options, and ending with a message and a status.
import path from "node:path";
import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { UsageError } from "../src/ingest/options.ts";
import { printable } from "../src/ingest/printable.ts";
import { statusOf } from "./ingest/errors.ts";
import { root } from "./input-files.ts";

type Parsed<Options extends ParseArgsOptionsConfig> = ReturnType<typeof parseArgs<{ args: string[]; options: Options; allowPositionals: true; strict: true }>>;

/** What Node says, on one line, without its advice to give an unknown option as a word. */
const refusal = (error: unknown): string => printable((error instanceof Error ? error.message : String(error)).replace(/^(Unknown option '.*?')\. To specify .*$/s, "$1").replaceAll("\n", " "), 400);

/**
 * Reads a command line, and refuses what it does not know.
 * @param options as `parseArgs` of Node takes them
 * @param mostWords how many words besides the options it takes
 * @throws UsageError, which ends a script with status 2
 */
export function commandLine<const Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options, mostWords = 0): { readonly values: Parsed<Options>["values"]; readonly words: readonly string[] } {
  let parsed: Parsed<Options>;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(refusal(error));
  }
  const extra = parsed.positionals[mostWords];
  if (extra !== undefined) throw new UsageError(`${printable(extra)} is one word too many: ${mostWords === 0 ? "only options are taken" : `at most ${mostWords} may be given`}`);
  return { values: parsed.values, words: parsed.positionals };
}

/** Folder of the built site: the one word of a command line, or `dist` of the project. @throws UsageError */
export const distOf = (args: readonly string[]): string => path.resolve(commandLine(args, {}, 1).words[0] ?? path.join(root, "dist"));

/**
 * Does the work of a script. An error ends it with its message and its own exit status.
 * @param name before the message
 * @param otherwise exit status for an error that has none of its own
 */
export async function runCommand(name: string, work: (args: readonly string[]) => void | Promise<void>, otherwise = 1): Promise<void> {
  try {
    await work(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = statusOf(error, otherwise);
  }
}
