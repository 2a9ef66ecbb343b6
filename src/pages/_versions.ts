import { newestVersionFirst, type Version, versionSchema } from "../content/version.ts";

const files = import.meta.glob("../content/versions/*.json", { eager: true, import: "default" });

/** Every frozen version, newest first. @throws when a file of `src/content/versions/` is not one */
export const versions: readonly Version[] = newestVersionFirst(Object.values(files).map((file) => versionSchema.parse(file)));
