import { announcer } from "./announcer.ts";
import { answers, nearestValues, readQuery } from "./number-query.ts";

/** Filters the list of numbers as the reader types, and says how many are left. Without it the whole list stands. */
class NumberFinder extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector("form");
    const box = this.querySelector("input");
    const status = this.querySelector("[role=status]");
    const index = this.querySelector("nav");
    const nearest = this.querySelector<HTMLElement>(".nearest");
    const near = nearest?.querySelector("span");
    if (form === null || box === null || status === null || index === null || nearest === null || near === null || near === undefined) return;
    const say = announcer(status);
    const entries = [...this.querySelectorAll<HTMLElement>("[data-value]")];
    const clear = (): void => {
      box.value = "";
      update();
    };
    /** Links to the numbers nearest to the one asked for; a link shows the whole list again, or it would lead to a hidden entry. */
    const offer = (value: number): void => {
      const links = nearestValues(value, entries.map((entry) => Number(entry.dataset["value"]))).flatMap((each) => {
        const entry = entries.find((one) => Number(one.dataset["value"]) === each);
        if (entry === undefined) return [];
        const link = document.createElement("a");
        link.href = `#${entry.id}`;
        link.textContent = entry.querySelector("h3 a")?.textContent ?? String(each);
        link.addEventListener("click", clear);
        return [link, " "];
      });
      near.replaceChildren("Nearest: ", ...links);
    };
    const update = (): void => {
      const query = readQuery(box.value);
      const left = entries.filter((entry) => !(entry.hidden = !answers(query, Number(entry.dataset["value"]), entry.textContent)));
      for (const group of this.querySelectorAll<HTMLElement>("[data-group]")) group.hidden = group.querySelector("[data-value]:not([hidden])") === null;
      // A link of the index to an entry that is filtered out would lead nowhere.
      index.hidden = query.text !== "";
      for (const fold of this.querySelectorAll("details")) fold.open = query.text !== "";
      nearest.hidden = query.text === "" || left.length > 0;
      near.replaceChildren();
      if (!nearest.hidden && query.value !== null && Number.isFinite(query.value)) offer(query.value);
      say(query.text === "" ? "" : left.length === 0 ? "No such number in the ledger." : `${left.length} ${left.length === 1 ? "number" : "numbers"} found.`);
    };
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      entries.find((entry) => !entry.hidden)?.querySelector("a")?.focus();
    });
    box.addEventListener("input", update);
    nearest.querySelector("button")?.addEventListener("click", () => {
      clear();
      box.focus();
    });
    // A browser may put back what was typed before.
    update();
  }
}
customElements.define("number-finder", NumberFinder);
