// Follows every link of the built site to its end, fragments too. Other hosts are left alone.
import { LinkChecker, LinkState } from "linkinator";
import { serveFolder } from "./serve.ts";

/** Checks the site in `dist` and returns one line for each broken link: the address, its status, and the page it stands on. */
async function brokenLinks(): Promise<{ readonly checked: number; readonly broken: readonly string[] }> {
  const { url, close } = await serveFolder("dist", { port: 0, base: process.env["BASE"] ?? "/" });
  try {
    const outside = (link: string): Promise<boolean> => Promise.resolve(!link.startsWith(new URL(url).origin));
    const { links } = await new LinkChecker().check({ path: url, recurse: true, checkFragments: true, checkCss: true, concurrency: 20, linksToSkip: outside });
    const local = links.filter((link) => link.state !== LinkState.SKIPPED);
    return { checked: local.length, broken: local.filter((link) => link.state === LinkState.BROKEN).map((link) => `${link.url} (${link.status ?? "no answer"}) on ${link.parent ?? "no page"}`) };
  } finally {
    await close();
  }
}

try {
  const { checked, broken } = await brokenLinks();
  for (const line of broken) console.error(line);
  console.log(`${checked} links checked, ${broken.length} broken`);
  // A site without links would pass without having been looked at.
  if (broken.length > 0 || checked < 2) process.exit(1);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
