import { ModelArgumentError } from "../model/argument.ts";
import { hostKbitPerSecond, worldGbitPerSecond } from "../model/bandwidth.ts";
import { fixedWords, numberWords, significantWords } from "../schema/format.ts";

/** What the reader may change in Kaspersky's sum. */
export interface FloodInput {
  readonly hosts: number;
  readonly ratePerMinute: number;
  readonly bytesPerTry: number;
}

/** Bytes of a try that nobody answers: three packets of 48 bytes. An assumption. */
export const assumedBytes = 3 * 48;

/** The traffic of one machine and of all, in words of two or three figures. @throws ModelArgumentError on a rate or size of zero or less */
export const floodTraffic = ({ hosts, ratePerMinute, bytesPerTry }: FloodInput): { readonly one: string; readonly all: string } => {
  const all = worldGbitPerSecond(hosts, ratePerMinute, bytesPerTry);
  return { one: `${significantWords(hostKbitPerSecond(ratePerMinute, bytesPerTry))} kbit/s`, all: `${all < 10 ? fixedWords(all, 2) : significantWords(all)} Gbit/s` };
};

/** The sum as a sentence; where the input makes no sense, what is allowed. */
export function floodSentence(input: FloodInput): string {
  try {
    const { one, all } = floodTraffic(input);
    return `${numberWords(input.hosts)} machines at ${numberWords(input.ratePerMinute)} tries a minute, ${numberWords(input.bytesPerTry)} bytes each, send ${all} in all, worldwide. One machine sends ${one}.`;
  } catch (error) {
    if (!(error instanceof ModelArgumentError)) throw error;
    return "Give numbers above zero for the tries a minute and the bytes of a try.";
  }
}

/** Makes `<flood-sum>` work: shows its controls, which are hidden without script, and keeps the sentence up to date. */
export function defineFloodSum(): void {
  class FloodSum extends HTMLElement {
    connectedCallback(): void {
      const controls = this.querySelector<HTMLElement>(".reckoner-controls");
      const answer = this.querySelector("output");
      if (controls === null || answer === null) return;
      const field = (name: string): number => Number(this.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`)?.value ?? "");
      const update = (): void => {
        answer.textContent = floodSentence({ hosts: field("hosts"), ratePerMinute: field("rate"), bytesPerTry: field("bytes") });
      };
      controls.hidden = false;
      controls.addEventListener("input", update);
      update();
    }
  }
  if (customElements.get("flood-sum") === undefined) customElements.define("flood-sum", FloodSum);
}
