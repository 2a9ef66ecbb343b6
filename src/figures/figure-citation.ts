/** How to cite one figure, in four forms. */
export interface FigureCitation {
  readonly plain: string;
  readonly bibtex: string;
  readonly ris: string;
  readonly csl: Readonly<Record<string, unknown>>;
}

const texEscape = (text: string): string => text.replace(/[\\{}]/g, "").replace(/[&%$#_]/g, (sign) => `\\${sign}`);

/**
 * A citation of a figure by its address. It carries no date: figures are rebuilt, and a date of access is the reader's to add.
 * @param address absolute address of the figure's page
 */
export function figureCitation(id: string, title: string, address: string): FigureCitation {
  const container = "Counting Code Red";
  return {
    plain: `“${title}”. ${container}. ${address}`,
    bibtex: `@misc{counting-code-red-${id},\n  title = {{${texEscape(title)}}},\n  howpublished = {${container}},\n  url = {${address}}\n}\n`,
    ris: `TY  - FIGURE\r\nTI  - ${title}\r\nT2  - ${container}\r\nUR  - ${address}\r\nER  - \r\n`,
    csl: { id: `counting-code-red-${id}`, type: "figure", title, "container-title": container, URL: address },
  };
}
