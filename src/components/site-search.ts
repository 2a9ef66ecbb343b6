/** What this page uses of the search library. */
interface SearchLibrary {
  readonly options: (options: { readonly noWorker: boolean; readonly baseUrl: string; readonly excerptLength: number }) => Promise<void>;
  readonly init: () => Promise<void>;
  readonly debouncedSearch: (query: string, options: object, delay: number) => Promise<{ readonly results: readonly { readonly data: () => Promise<Found> }[] } | null>;
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

function resultItem({ url, excerpt, meta }: Found): HTMLLIElement {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = url;
  link.textContent = meta.title ?? url;
  const words = document.createElement("p");
  words.append(...excerptNodes(excerpt));
  item.append(link, words);
  return item;
}

/** A search field over the index that the build made. Nothing is loaded before the reader types; the query stays in the browser. */
class SiteSearch extends HTMLElement {
  #library: Promise<SearchLibrary> | undefined;

  connectedCallback(): void {
    const field = this.querySelector("input");
    this.hidden = false;
    field?.addEventListener("input", () => {
      void this.#search(field.value);
    });
    this.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
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
    if (query.trim() === "") {
      list.replaceChildren();
      status.textContent = "";
      return;
    }
    try {
      const found = await (await this.#load()).debouncedSearch(query, {}, pause);
      if (found === null) return; // a later query took its place
      const shown = await Promise.all(found.results.slice(0, shownAtFirst).map((result) => result.data()));
      list.replaceChildren(...shown.map(resultItem));
      const all = found.results.length;
      status.textContent = all === 0 ? `No page holds “${query}”.` : `${all} ${all === 1 ? "page" : "pages"}${all > shown.length ? `, the first ${shown.length} shown` : ""}`;
    } catch {
      status.textContent = "The index of the search did not load.";
    }
  }
}

customElements.define("site-search", SiteSearch);
