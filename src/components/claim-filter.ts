import { announcer } from "./announcer.ts";
import { nearestValues, readQuery } from "./number-query.ts";

/** Every part of the query must stand in the row's text; commas inside numbers do not matter. */
const plain = (text: string): string => text.toLowerCase().replace(/(\d)[,\u00a0 ](?=\d{3})/g, "$1");

/** Shows the rows of the tables below it that fit its form; the choice stands in the address, so that it can be sent to somebody. */
class ClaimFilter extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector("form");
    const status = this.querySelector("[role=status]");
    const near = this.querySelector<HTMLElement>(".nearest");
    if (form === null || status === null || near === null) return;
    const say = announcer(status);
    const frames = [...document.querySelectorAll<HTMLElement>("[data-claims]")];
    const rows = frames.flatMap((frame) => [...frame.querySelectorAll<HTMLTableRowElement>("tbody tr")].map((row) => ({ frame, row, text: plain(`${row.textContent} ${row.id} ${row.dataset["words"] ?? ""}`) })));
    const fields = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select")];

    const show = (): void => {
      const asked = fields.filter((field) => field.value.trim() !== "");
      const words = plain(fields.find((field) => field.name === "q")?.value ?? "").split(/\s+/).filter((word) => word !== "");
      const shown = rows.filter(({ row, text }) => {
        const fits = words.every((word) => text.includes(word)) && asked.every(({ name, value }) => name === "q" || row.dataset[name] === value);
        row.hidden = !fits;
        return fits;
      });
      for (const frame of frames) frame.hidden = !shown.some((each) => each.frame === frame);
      say(asked.length === 0 ? `All ${rows.length} claims` : `${shown.length} of ${rows.length} claims`);
      const asks = fields.find((field) => field.name === "q")?.value ?? "";
      near.replaceChildren();
      const { value } = readQuery(asks);
      if (shown.length === 0 && value !== null && Number.isFinite(value)) {
        const known = rows.flatMap(({ row }) => (row.dataset["value"] === undefined ? [] : [{ row, value: Number(row.dataset["value"]) }]));
        const links = nearestValues(value, known.map((each) => each.value)).flatMap((each) => {
          const to = known.find((one) => one.value === each)?.row.querySelector("a");
          if (to === null || to === undefined) return [];
          const link = document.createElement("a");
          link.href = to.href;
          link.textContent = to.textContent;
          return [link, " "];
        });
        near.append("Nearest in the ledger: ", ...links);
      }
      near.hidden = near.childNodes.length === 0;
      const address = new URL(location.href);
      address.search = new URLSearchParams(asked.map(({ name, value }): [string, string] => [name, value.trim()])).toString();
      history.replaceState(history.state, "", address);
    };
    const load = (): void => {
      const query = new URLSearchParams(location.search);
      for (const field of fields) field.value = query.get(field.name) ?? "";
      // A value of the address that is no choice leaves a select without one.
      for (const field of fields) if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = "";
    };

    load();
    form.hidden = false;
    form.addEventListener("input", show);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
    });
    form.addEventListener("reset", () => {
      setTimeout(show);
    });
    show();
  }
}

customElements.define("claim-filter", ClaimFilter);
