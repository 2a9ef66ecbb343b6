import type { Records } from "../readers/records.ts";
import type { DatasetCard } from "../schema/dataset.ts";

export interface ProbeLogAggregate {
  readonly id: "probe-log";
  readonly title: string;
  readonly dataset: DatasetCard;
  /** Lines read. */
  readonly probes: number;
  /** Distinct senders among them, told apart by the first three parts of the address: a lower bound. */
  readonly sourcesAtLeast: number;
  /** Probes in each hour, half-open, UTC by the zone the card assumes. Hours without a line are absent: the log is an excerpt. */
  readonly hours: readonly { readonly start: string; readonly probes: number }[];
}

/** Hours to add to the log's local time; the card says that UTC−7 is assumed. */
const assumedOffsetHours = 7;

/** The eleven surviving probe lines, counted by hour. No part of an address leaves this function. */
export function probeLog({ cards, probeLog: probes }: Records): ProbeLogAggregate {
  const dataset = cards.find((card) => card.file.endsWith(".log"));
  if (dataset === undefined) throw new Error("no dataset card names a probe log");
  const hours = new Map<string, number>();
  for (const { localTime } of probes) {
    const hour = new Date(Math.floor(Date.parse(`${localTime}Z`) / 3_600_000 + assumedOffsetHours) * 3_600_000).toISOString().slice(0, 16);
    hours.set(`${hour}Z`, (hours.get(`${hour}Z`) ?? 0) + 1);
  }
  return {
    id: "probe-log",
    title: "Probes in the surviving lines of one home server's log, 1 August 2001",
    dataset,
    probes: probes.length,
    sourcesAtLeast: new Set(probes.map((probe) => probe.prefix24)).size,
    hours: [...hours].sort(([a], [b]) => a.localeCompare(b, "en")).map(([start, count]) => ({ start, probes: count })),
  };
}
