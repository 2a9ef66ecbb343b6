import { announcer } from "./announcer.ts";
import { answers, readQuery } from "./number-query.ts";

/** Filters the list of numbers as the reader types, and says how many are left. Without it the whole list stands. */
class NumberFinder extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector("form");
    const box = this.querySelector("input");
    const status = this.querySelector("[role=status]");
    const index = this.querySelector("nav");
    if (form === null || box === null || status === null || index === null) return;
    const say = announcer(status);
    const entries = [...this.querySelectorAll<HTMLElement>("[data-value]")];
    const update = (): void => {
      const query = readQuery(box.value);
      const left = entries.filter((entry) => !(entry.hidden = !answers(query, Number(entry.dataset["value"]), entry.textContent)));
      for (const group of this.querySelectorAll<HTMLElement>("[data-group]")) group.hidden = group.querySelector("[data-value]:not([hidden])") === null;
      // A link of the index to an entry that is filtered out would lead nowhere.
      index.hidden = query.text !== "";
      say(query.text === "" ? "" : left.length === 0 ? "No such number in the ledger." : `${left.length} ${left.length === 1 ? "number" : "numbers"} found.`);
    };
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      entries.find((entry) => !entry.hidden)?.querySelector("a")?.focus();
    });
    box.addEventListener("input", update);
    // A browser may put back what was typed before.
    update();
  }
}
customElements.define("number-finder", NumberFinder);
