import { z } from "zod";
import type { Quantity } from "./quantity.ts";

/** How values of one measure add up over time. `per_window` may not be summed when it counts distinct things. */
export type Accumulation = "per_window" | "cumulative" | "at_once";

/** The measures of the recorded series: what is counted, and whether the value belongs to its window alone or runs on. */
export const measures = {
  probes: { label: "probes in the window", quantity: "probes", accumulation: "per_window" },
  unique_sources: { label: "unique source addresses in the window", quantity: "source_addresses", accumulation: "per_window" },
  unique_sources_cumulative: { label: "unique source addresses so far", quantity: "source_addresses", accumulation: "cumulative" },
  unique_attacks_half_hour: { label: "unique attacks in one half-hour, as printed", quantity: "attacks", accumulation: "per_window" },
  sources_new: { label: "source addresses first seen in the window", quantity: "source_addresses", accumulation: "per_window" },
  sources_new_per_minute: { label: "source addresses first seen, a minute", quantity: "source_addresses", accumulation: "per_window" },
  sources_new_9dp: { label: "first seen, time stamps with 9 decimals", quantity: "source_addresses", accumulation: "per_window" },
  sources_new_6dp: { label: "first seen, time stamps with 6 decimals", quantity: "source_addresses", accumulation: "per_window" },
  sources_new_3dp: { label: "first seen, time stamps with 3 decimals", quantity: "source_addresses", accumulation: "per_window" },
  sources_stopped: { label: "source addresses last seen in the window", quantity: "source_addresses", accumulation: "per_window" },
  sources_stopped_cumulative: { label: "source addresses that have stopped so far", quantity: "source_addresses", accumulation: "cumulative" },
  sources_active: { label: "source addresses active at once", quantity: "source_addresses", accumulation: "at_once" },
  sources_iis: { label: "sources that answered as IIS", quantity: "source_addresses", accumulation: "per_window" },
  sources_other_web: { label: "sources that answered as another web server", quantity: "source_addresses", accumulation: "per_window" },
  sources_no_web: { label: "sources that answered, without a web server", quantity: "source_addresses", accumulation: "per_window" },
  sources_silent: { label: "sources that did not answer", quantity: "source_addresses", accumulation: "per_window" },
} as const satisfies Readonly<Record<string, { label: string; quantity: Quantity; accumulation: Accumulation }>>;

export type Measure = keyof typeof measures;
export const measureNames = Object.keys(measures) as Measure[];
export const measureSchema = z.enum(measureNames, { error: `a measure of src/schema/measure.ts: ${measureNames.join(" ")}` });
