const inlineScript = /<script\b((?:"[^"]*"|'[^']*'|[^>"'])*)>([\s\S]*?)<\/script>/g;
const inlineStyle = /<style\b[^>]*>([\s\S]*?)<\/style>/g;
const policyTag = /<meta http-equiv="content-security-policy" content="([^"]*)"\s*\/?>/i;

/** Texts of all scripts written into a page, data blocks such as JSON-LD too, in order. */
export const scriptsIn = (html: string): string[] => [...html.matchAll(inlineScript)].filter(([, attributes = ""]) => !/\ssrc\s*=/.test(attributes)).map(([, , text = ""]) => text);

/** Texts of all style elements written into a page. */
export const stylesIn = (html: string): string[] => [...html.matchAll(inlineStyle)].map(([, text = ""]) => text);

/** The policy that a page carries in its `<meta>`; null where it carries none. */
export const policyOf = (html: string): string | null => policyTag.exec(html)?.[1] ?? null;

/** Directives of a policy by name, each with its sources. */
export const directivesOf = (policy: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    policy
      .split(";")
      .map((directive) => directive.trim().split(/\s+/))
      .filter(([name = ""]) => name !== "")
      .map(([name = "", ...sources]) => [name, sources]),
  );

/**
 * A page with a policy that names the hash of each script in it and no other hash of a script, and likewise of each style.
 * Sources that are no hashes stay. A page without a policy comes back as it was.
 * @param hashOf SHA-256 of a text in base 64
 */
export function sealPage(html: string, hashOf: (text: string) => string): string {
  const policy = policyOf(html);
  if (policy === null) return html;
  const needed = new Map([
    ["script-src", scriptsIn(html)],
    ["style-src", stylesIn(html)],
  ]);
  const sealed = [...directivesOf(policy)].map(([name, sources]) => {
    const texts = needed.get(name);
    if (texts === undefined) return [name, ...sources].join(" ");
    const hashes = [...new Set(texts.map((text) => `'sha256-${hashOf(text)}'`))];
    return [name, ...sources.filter((source) => !source.startsWith("'sha256-")), ...hashes].join(" ");
  });
  return html.replace(policyTag, () => `<meta http-equiv="content-security-policy" content="${sealed.join("; ")}">`);
}

/** Everything in a page that its policy would refuse or that loosens it, one sentence each. */
export function policyFaults(html: string, hashOf: (text: string) => string): string[] {
  const policy = policyOf(html);
  if (policy === null) return ["has no policy"];
  const directives = directivesOf(policy);
  const unsealed = (name: string, texts: readonly string[]): string[] => texts.filter((text) => directives.get(name)?.includes(`'sha256-${hashOf(text)}'`) !== true).map((text) => `${name} lacks the hash of ${JSON.stringify(text.slice(0, 60))}`);
  return [
    ...(directives.get("default-src")?.join(" ") === "'none'" ? [] : ["does not begin from default-src 'none'"]),
    ...[...directives.values()].flat().filter((source) => source === "'unsafe-inline'" || source === "'unsafe-eval'" || source === "*" || /^https?:/.test(source)).map((source) => `allows ${source}`),
    ...unsealed("script-src", scriptsIn(html)),
    ...unsealed("style-src", stylesIn(html)),
    ...(/<[a-z][^>]*\sstyle\s*=\s*"/i.test(html.replace(/<pre[\s\S]*?<\/pre>/g, "")) ? ["has a style attribute"] : []),
    ...(/<[a-z][^>]*\son[a-z]+\s*=\s*"/i.test(html.replace(/<pre[\s\S]*?<\/pre>/g, "")) ? ["has an event attribute"] : []),
  ];
}
