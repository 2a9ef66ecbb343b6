/** `2001-08-01T12:13:17Z` of seconds since 1970, UTC. */
export const utcText = (seconds: number): string => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
