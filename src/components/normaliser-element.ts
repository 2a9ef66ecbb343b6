import type { StatedCounts } from "../model/normalise.ts";
import { announcer } from "./announcer.ts";
import { defaultState, faultWords, limits, type NormaliserRow, type NormaliserState, queryOfState, rowsOf, stateOfQuery, summaryOf } from "./normaliser.ts";

/** Puts one row's words into its row of the table, which has the cells `answer`, `working` and `claims`. `claims` is the address of the ledger, `printed` holds each claim's number as printed. */
function showRow(cells: Element, row: NormaliserRow, claims: string, printed: Readonly<Record<string, string>>): void {
  const [answer, working, links] = [cells.querySelector(".answer"), cells.querySelector(".working"), cells.querySelector(".claims")];
  if (answer === null || working === null || links === null) return;
  answer.textContent = row.answer;
  answer.classList.toggle("refused", row.refused);
  const lack = document.createElement("span");
  lack.className = "lack";
  lack.textContent = row.lack;
  working.replaceChildren(`${row.working} `, ...(row.refused ? [lack] : []));
  links.replaceChildren(
    ...row.claims.flatMap((id, index) => {
      const link = document.createElement("a");
      link.href = `${claims}${id}/`;
      link.textContent = printed[id] ?? id;
      return index === 0 ? [link] : [", ", link];
    }),
  );
}

/** The normaliser in the reader's browser: shows its controls, reads the address, keeps table and address up to date. */
class CountNormaliser extends HTMLElement {
  connectedCallback(): void {
    const { stated, state, claims = "/claims/", printed = "{}" } = this.dataset;
    const controls = this.querySelector<HTMLElement>(".reckoner-controls");
    const status = this.querySelector("[role=status]");
    if (stated === undefined || state === undefined || controls === null || status === null) return;
    const counts = JSON.parse(stated) as StatedCounts;
    const words = JSON.parse(printed) as Record<string, string>;
    const say = announcer(status);
    const field = (name: string): HTMLInputElement | HTMLSelectElement | null => this.querySelector(`[name="${name}"]`);
    const show = (now: NormaliserState): void => {
      const rows = rowsOf(now, counts);
      for (const row of rows) {
        const cells = this.querySelector(`[data-organisation="${row.organisation}"]`);
        if (cells !== null) showRow(cells, row, claims, words);
      }
      say(summaryOf(now, rows));
    };
    const base = stateOfQuery(state, defaultState);
    const first = stateOfQuery(location.search, base);
    for (const [name, value] of new URLSearchParams(queryOfState(first))) {
      const control = field(name);
      if (control === null) continue;
      control.value = value;
      // A band that the list does not have, from an address typed by hand.
      if (control instanceof HTMLSelectElement && control.value !== value) {
        control.add(new Option(value, value));
        control.value = value;
      }
    }
    controls.hidden = false;
    show(first);
    /** Says beside each field what is wrong with it. Returns whether all can be used. */
    const allUsable = (): boolean => {
      let usable = true;
      for (const name of Object.keys(limits) as (keyof typeof limits)[]) {
        const control = field(name);
        const fault = this.querySelector(`[data-fault="${name}"]`);
        if (control === null || fault === null) continue;
        const good = control.checkValidity();
        control.setAttribute("aria-invalid", String(!good));
        fault.textContent = good ? "" : faultWords(name, !control.required);
        usable &&= good;
      }
      return usable;
    };
    controls.addEventListener("input", () => {
      if (!allUsable()) return;
      const query = ["q", "rate", "n", "active", "h"].map((name) => `${name}=${encodeURIComponent(field(name)?.value ?? "")}`).join("&");
      const now = stateOfQuery(query, base);
      history.replaceState(null, "", `?${queryOfState(now)}${location.hash}`);
      show(now);
    });
  }
}

customElements.define("count-normaliser", CountNormaliser);
