import type { Aggregate, AggregateId, Get } from "./aggregates/all.ts";

const files = import.meta.glob<Aggregate>("../data/aggregates/*.json", { eager: true, import: "default" });
const byId = new Map<AggregateId, Aggregate>(Object.values(files).map((aggregate) => [aggregate.id, aggregate] as const));

/** Ids of all published aggregates, sorted. */
export const aggregateIds: readonly AggregateId[] = [...byId.keys()].sort((a, b) => (a < b ? -1 : 1));

/**
 * The only door from the site to the data: one committed aggregate by id.
 * @throws when there is none, with the command that makes it
 */
export const get: Get = (id: AggregateId) => {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`no aggregate ${id} in data/aggregates: run \`npm run data\``);
  return found as never;
};
