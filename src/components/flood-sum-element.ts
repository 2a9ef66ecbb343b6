import { announcer } from "./announcer.ts";
import { floodSentence } from "./flood-sum.ts";

/** Kaspersky's sum in the reader's browser: shows its controls, which are hidden without a script, and keeps the sentence up to date. */
class FloodSum extends HTMLElement {
  connectedCallback(): void {
    const controls = this.querySelector<HTMLElement>(".reckoner-controls");
    const answer = this.querySelector("output");
    if (controls === null || answer === null) return;
    const say = announcer(answer);
    const field = (name: string): number => Number(this.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`)?.value ?? "");
    const update = (): void => {
      say(floodSentence({ hosts: field("hosts"), ratePerMinute: field("rate"), bytesPerTry: field("bytes") }));
    };
    controls.hidden = false;
    controls.addEventListener("input", update);
    update();
  }
}

customElements.define("flood-sum", FloodSum);
