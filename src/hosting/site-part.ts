/** Headers by name. */
export type Headers = Readonly<Record<string, string>>;

/** Parts of the site that hosts must treat differently. Every file belongs to exactly one. */
export const siteParts = ["assets", "embeds", "downloads", "search", "pages"] as const;
export type SitePart = (typeof siteParts)[number];

/** Folder of a frozen version below the site's root: `v/20261123/`. */
export const frozenFolder = /^v\/\d{8}\//;

/** First folders of each part but the pages, which are all the rest. */
const foldersOf: Readonly<Record<Exclude<SitePart, "pages">, readonly string[]>> = { assets: ["_astro"], embeds: ["embed"], downloads: ["data", "figures"], search: ["pagefind"] };

/** The folders of a part as a piece of a regular expression; of all parts but the pages where none is named. */
export const foldersPattern = (part?: Exclude<SitePart, "pages">): string => `(?:${(part === undefined ? Object.values(foldersOf).flat() : foldersOf[part]).join("|")})`;

const partOfFolder = new Map(Object.entries(foldersOf).flatMap(([part, folders]) => folders.map((folder) => [folder, part as SitePart])));

/**
 * The part of the site that a file belongs to. In a frozen version it is the part it had when it was frozen.
 * @param file path below the site's root, without a slash in front; a folder ends in a slash
 */
export const partOf = (file: string): SitePart => partOfFolder.get(file.replace(frozenFolder, "").split("/")[0] ?? "") ?? "pages";
