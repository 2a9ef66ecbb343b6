/** Scripts that a module imports by address, at its head or later, as it writes them. */
export const importsOf = (script: string): string[] => [...script.matchAll(/(?:from|import)\s*\(?["'](\.{0,2}\/[^"']+\.m?js)["']/g)].map(([, address = ""]) => address);

/**
 * A page whose script files are fetched after its letters: every page is whole without them. What a script imports is asked for beside it,
 * because every link of a chain costs a slow line one more round trip.
 * @param importedBy addresses that the script at an address needs besides, as a page asks for them
 */
export function scriptsLast(html: string, importedBy: (address: string) => readonly string[]): string {
  const asked = new Set<string>();
  return html.replace(/(?:<link rel="modulepreload"[^>]*>)*<script type="module" (?:fetchpriority="low" )?src="([^"]*)"/g, (_, address: string) => {
    const more = importedBy(address).filter((each) => !asked.has(each));
    for (const each of more) asked.add(each);
    return `${more.map((each) => `<link rel="modulepreload" fetchpriority="low" href="${each}">`).join("")}<script type="module" fetchpriority="low" src="${address}"`;
  });
}
