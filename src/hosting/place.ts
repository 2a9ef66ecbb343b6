/** Where a server finds the site. */
export interface Place {
  /** Folder of the host in which the site stands, with both slashes: `/` or `/a/b/`. */
  readonly base: string;
  /** Folder on the server's disk that answers to `/`; the site lies in it below `base`. */
  readonly root: string;
  /** TCP port. */
  readonly port: number;
}

/** The place that the generated files name; a publisher changes root and port. */
export const usualPlace = (base: string): Place => ({ base, root: "/srv/www", port: 80 });

/** Path below the root as a regular expression: a base has no sign that needs escaping but the dot. */
const pathPattern = (base: string): string => base.replaceAll(".", "\\.");

/** `/a/b/` of any version or none: the part of a regular expression that comes before a folder's name. */
export const versionPattern = (base: string): string => `${pathPattern(base)}(?:v/[0-9]+/)?`;
