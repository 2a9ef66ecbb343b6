import { kindOfPage } from "./page-kind.ts";

/** What this page uses of the search library. */
interface Result {
  readonly id: string;
  readonly data: () => Promise<Found>;
}
interface SearchLibrary {
  readonly options: (options: { readonly noWorker: boolean; readonly baseUrl: string; readonly excerptLength: number }) => Promise<void>;
  readonly init: () => Promise<void>;
  readonly debouncedSearch: (query: string, options: object, delay: number) => Promise<{ readonly results: readonly Result[] } | null>;
  readonly search: (query: string) => Promise<{ readonly results: readonly Result[] }>;
}
interface Found {
  readonly url: string;
  /** HTML of the library: text with `<mark>` around the words that were found. */
  readonly excerpt: string;
  readonly meta: { readonly title?: string };
}

const shownAtFirst = 20;
const pause = 200;

/** The excerpt as nodes: `<mark>` stays, everything else is text. */
function excerptNodes(excerpt: string): (Node | string)[] {
  const parsed = new DOMParser().parseFromString(excerpt, "text/html").body;
  return [...parsed.childNodes].map((node) => {
    if (node.nodeName !== "MARK") return node.textContent ?? "";
    const mark = document.createElement("mark");
    mark.textContent = node.textContent;
    return mark;
  });
}

function resultItem({ url, excerpt, meta }: Found, root: string): HTMLLIElement {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = url;
  link.textContent = meta.title ?? url;
  const words = document.createElement("p");
  words.append(...excerptNodes(excerpt));
  const kind = document.createElement("span");
  kind.className = "kind";
  kind.textContent = kindOfPage(url, root);
  item.append(link, " ", kind, words);
  return item;
}

/** Numbers in a query, as written: the library would take 228,950 for 228,949, which nobody wants of a number. */
const numbersIn = (query: string): string[] => query.split(/\s+/).filter((word) => /^[\d.,]*\d[\d.,]*$/.test(word));

/** Results whose pages hold every number of the query exactly, in the order of the library. */
async function withNumbers(library: SearchLibrary, query: string, results: readonly Result[]): Promise<readonly Result[]> {
  const exact = await Promise.all(numbersIn(query).map(async (number) => new Set((await library.search(`"${number}"`)).results.map(({ id }) => id))));
  return results.filter(({ id }) => exact.every((ids) => ids.has(id)));
}

/** A search field over the index that the build made. Nothing is loaded before the reader types; the query stays in the browser. */
class SiteSearch extends HTMLElement {
  #library: Promise<SearchLibrary> | undefined;
  /** Number of the newest query: the answer to an older one comes too late. */
  #turn = 0;

  connectedCallback(): void {
    const field = this.querySelector("input");
    this.hidden = false;
    field?.addEventListener("input", () => {
      void this.#search(field.value);
    });
    this.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      if (field !== null) void this.#search(field.value);
    });
    const asked = new URLSearchParams(location.search).get("q");
    if (field !== null && asked !== null) {
      field.value = asked;
      void this.#search(asked);
    }
  }

  #load(): Promise<SearchLibrary> {
    const root = new URL(this.dataset["href"] ?? "/", location.href);
    this.#library ??= (async () => {
      const library = (await import(/* @vite-ignore */ new URL("pagefind/pagefind.js", root).href)) as SearchLibrary;
      // One small file fewer to fetch; the index is small enough for the page's own thread.
      await library.options({ noWorker: true, baseUrl: root.pathname, excerptLength: 24 });
      await library.init();
      return library;
    })();
    return this.#library;
  }

  async #search(query: string): Promise<void> {
    const status = this.querySelector("[role=status]");
    const list = this.querySelector("ol");
    if (status === null || list === null) return;
    const turn = ++this.#turn;
    if (query.trim() === "") {
      list.replaceChildren();
      status.textContent = "";
      return;
    }
    // One letter begins a word of every page.
    if (/^\p{L}$/u.test(query.trim())) {
      list.replaceChildren();
      status.textContent = "Type two letters or more, or a number.";
      return;
    }
    try {
      const library = await this.#load();
      const found = await library.debouncedSearch(query, {}, pause);
      if (found === null) return; // a later query took its place
      const results = await withNumbers(library, query, found.results);
      const shown = await Promise.all(results.slice(0, shownAtFirst).map((result) => result.data()));
      if (turn !== this.#turn) return;
      list.replaceChildren(...shown.map((each) => resultItem(each, new URL(this.dataset["href"] ?? "/", location.href).pathname)));
      const all = results.length;
      status.textContent = all === 0 ? `No page holds “${query}”.` : `${all} ${all === 1 ? "page" : "pages"}${all > shown.length ? `, the first ${shown.length} shown` : ""}`;
    } catch {
      if (turn !== this.#turn) return;
      status.textContent = "The index of the search did not load.";
    }
  }
}

customElements.define("site-search", SiteSearch);
