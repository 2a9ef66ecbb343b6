// Finishes a built site: data package, search, frozen versions, offline zip, settings of hosts, policies, sums, compressed twins. Run after press-files.
import { distOf, runCommand } from "./command-line.ts";
import { addDataFiles } from "./data-files.ts";
import { addFrozenVersions } from "./frozen-versions.ts";
import { addHostingFiles } from "./hosting-files.ts";
import { root } from "./input-files.ts";
import { licenceReport } from "./licences.ts";
import { addOfflineZip } from "./make-offline.ts";
import { addSearchIndex } from "./search-index.ts";
import { compressTexts, sealPages, writeSums } from "./seal-site.ts";
import { normalBase } from "./serve.ts";
import { siteAddress, writeFile } from "./site-files.ts";

/**
 * Does every step, in the order that the sums need.
 * @param dist folder of the built site, with its press files
 * @returns one line for each step
 */
async function finishSite(dist: string): Promise<string[]> {
  const site = siteAddress(dist);
  const base = normalBase(new URL(site).pathname);
  writeFile(dist, "licences.txt", licenceReport(root));
  writeFile(dist, "robots.txt", `User-agent: *\nAllow: /\nSitemap: ${new URL("sitemap-index.xml", site).href}\n`);
  const described = addDataFiles(dist, site);
  const searched = await addSearchIndex(dist);
  const sealed = sealPages(dist);
  const offline = addOfflineZip(dist, base);
  const frozen = addFrozenVersions(dist);
  addHostingFiles(dist, base);
  const summed = writeSums(dist);
  const packed = await compressTexts(dist);
  return [`data package: ${described} files`, `search: ${searched} pages`, `policies: ${sealed} pages`, `offline: ${offline} files`, `frozen versions: ${frozen}`, `sums: ${summed} files`, `compressed: ${packed} texts`];
}

if (import.meta.main)
  await runCommand("finish", async (args) => {
    const started = performance.now();
    const lines = await finishSite(distOf(args));
    console.log(`finish: ${lines.join(", ")}, ${((performance.now() - started) / 1000).toFixed(1)} s`);
  });
