import { ModelArgumentError } from "../model/argument.ts";
import { hostKbitPerSecond, silentAttempt, worldGbitPerSecond } from "../model/bandwidth.ts";
import { fixedWords, numberWords, significantWords } from "../schema/format.ts";

/** What the reader may change in Kaspersky's sum. */
export interface FloodInput {
  readonly hosts: number;
  readonly ratePerMinute: number;
  readonly bytesPerTry: number;
}

/** Bytes of a try that nobody answers. An assumption. */
export const assumedBytes = silentAttempt.packets * silentAttempt.bytesPerPacket;

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
