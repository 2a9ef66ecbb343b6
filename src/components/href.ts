/**
 * The address of a page or file of the site, below the folder the site is published in.
 * @param path from the site's root, `/claims/` or `/data/claims.json`
 */
export const href = (path: `/${string}`): string => import.meta.env.BASE_URL.replace(/\/$/, "") + path;
