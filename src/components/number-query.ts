/** What a reader typed into the number finder. */
export interface NumberQuery {
  /** The number meant; null = none was typed. */
  readonly value: number | null;
  /** Its digits as far as typed, for a number that is not finished; null when a word such as “million” ends it. */
  readonly digits: string | null;
  /** Everything typed, in lower case. */
  readonly text: string;
}

const sizes: Readonly<Record<string, number>> = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6, bn: 1e9, billion: 1e9 };

/** Reads `228949`, `228,949`, `228 949`, `228.949` (three digits after each point), `2.6 billion`, `359k`, `< 100,000`, `80 %`; anything else is text. */
export function readQuery(typed: string): NumberQuery {
  const text = typed.trim().toLowerCase();
  const [, number = "", word = ""] = /^[^\d\p{L}]*(\d[\d.,'’\s]*)\s*(\p{L}*)[^\d\p{L}]*$/u.exec(text.replace(/^(?:about|under|over|more than)\s/, "")) ?? [];
  if (number === "") return { value: null, digits: null, text };
  const plain = number.replace(/[,'’\s]/g, "");
  const digits = /^\d{1,3}(?:\.\d{3})+$/.test(plain) ? plain.replaceAll(".", "") : plain.replace(/\.$/, "");
  // Any other word after a number, such as “percent”, is left out of account.
  const size = sizes[word];
  // Rounded, so that 2.6 × 1,000,000,000 is a whole number again.
  return size === undefined ? { value: Number(digits), digits, text } : { value: Math.round(Number(digits) * size), digits: null, text };
}

/** The values nearest to one that is not among them: at most three, each once, smallest first. */
export const nearestValues = (value: number, values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => Math.abs(a - value) - Math.abs(b - value) || a - b).slice(0, 3).sort((a, b) => a - b);

/** Whether a number of the ledger answers the query: the number itself, one that begins with the typed digits, or an entry that holds the typed words. */
export function answers(query: NumberQuery, value: number, entryText: string): boolean {
  if (query.text === "") return true;
  if (query.value === null) return entryText.toLowerCase().includes(query.text);
  return value === query.value || (query.digits !== null && String(value).startsWith(query.digits));
}
