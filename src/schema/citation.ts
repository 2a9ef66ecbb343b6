/** What a citation of one statement is made from. */
export interface Citable {
  /** Id of the claim in this site's ledger. */
  readonly id: string;
  readonly organisation: string;
  /** Null where the source names nobody. */
  readonly speaker: string | null;
  readonly relayedBy: string | null;
  /** The number with its operator, or words that say there is none. */
  readonly words: string;
  readonly status: string;
  readonly source: {
    readonly title: string;
    /** `2001`, `2001-08`, `2001-08-02`, with or without a time; null = not stated. */
    readonly date: string | null;
    readonly url: string | null;
    /** A mirror is cited and its address is not given. */
    readonly mirror: boolean;
  };
}

/** The parts of a citation, the same in every format. */
export interface Citation {
  /** Key of the entry: letters, digits and hyphens. */
  readonly key: string;
  /** Who wrote the source; null where somebody else than the speaker wrote it, whom the ledger does not name. */
  readonly author: string | null;
  readonly title: string;
  /** Year, month, day as far as known; empty = not stated. */
  readonly date: readonly number[];
  readonly url: string | null;
  /** Who said what, and where this site keeps it. */
  readonly note: string;
}

/**
 * The parts of a citation of a claim. The work cited is the source; the note names the statement and the page that holds its fields.
 * @param page absolute address of the claim's page
 */
export function citationOf({ id, organisation, speaker, relayedBy, words, status, source }: Citable, page: string): Citation {
  const who = speaker === null ? organisation : `${speaker} (${organisation})`;
  return {
    key: `code-red-${id}`,
    author: status === "recorded" ? (speaker ?? organisation) : null,
    title: source.title,
    date: source.date === null ? [] : source.date.slice(0, 10).split("-").map(Number),
    url: source.mirror ? null : source.url,
    note: `Statement of ${who}${relayedBy === null ? "" : `, relayed by ${relayedBy}`}: ${words}. Fields and reading: Counting Code Red, claim ${id}, ${page}`,
  };
}
