const opens = /(?:^|[\s([\u2014\u201c\u2018/:])$/;

/**
 * Typed quotation marks and apostrophes as print has them: `'infected'` → `“infected”`, `CAIDA's` → `CAIDA’s`, `the hosts' clocks` → `the hosts’ clocks`.
 * For words of this project; a source's own words stay as they were typed.
 */
export function typographic(text: string): string {
  let open = "";
  return text.replace(/["']/g, (mark: string, at: number) => {
    if (open !== mark && opens.test(text.slice(0, at)) && /\S/.test(text.charAt(at + 1)) && (mark === '"' || text.includes("'", at + 1))) {
      open = mark;
      return "\u201c";
    }
    const apostrophe = mark === "'" && /[\p{L}\d]/u.test(text.charAt(at + 1));
    if (open === mark && !apostrophe) {
      open = "";
      return "\u201d";
    }
    return mark === "'" ? "\u2019" : "\u201d";
  });
}
