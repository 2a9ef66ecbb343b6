import { z } from "zod";

/** One frozen version: a file of `src/content/versions/`, written by `npm run release` and never changed afterwards. */
export const versionSchema = z.strictObject({
  /** Name of its folder below `/v/`: its day in eight digits. */
  version: z.string().regex(/^\d{8}$/),
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  /** SHA-256 of the archive in `releases/`. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Number of files in it. */
  files: z.int().positive(),
  /** Ids of the corrections that it already holds. */
  corrections: z.array(z.string()),
});
export type Version = z.infer<typeof versionSchema>;

/** Newest first. */
export const newestVersionFirst = (versions: readonly Version[]): Version[] => [...versions].sort((a, b) => (a.version < b.version ? 1 : -1));

/** Corrections that a version does not hold yet, in the order of the log. */
export const correctedSince = <Entry extends { readonly id: string }>(version: Pick<Version, "corrections">, log: readonly Entry[]): Entry[] => log.filter(({ id }) => !version.corrections.includes(id));
