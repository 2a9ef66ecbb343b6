import type { Records } from "../readers/records.ts";
import { claims, type ClaimsAggregate } from "./claims.ts";
import { clock, type ClockAggregate } from "./clock.ts";
import { countries, type CountriesAggregate } from "./countries.ts";
import { datasets, type DatasetsAggregate } from "./datasets.ts";
import { events, type EventsAggregate } from "./events.ts";
import { geography, type GeographyAggregate } from "./geography.ts";
import { probeLog, type ProbeLogAggregate } from "./probe-log.ts";
import { results, type ResultsAggregate } from "./results.ts";
import { series, type SeriesAggregate } from "./series.ts";
import { world, type WorldAggregate } from "./world.ts";

/** Every aggregate by its id, which is its file name and its address below `/data/`. */
export interface AggregateTypes {
  readonly claims: ClaimsAggregate;
  readonly "clock-xs4all": ClockAggregate;
  readonly "countries-caida-2001-07-19": CountriesAggregate;
  readonly datasets: DatasetsAggregate;
  readonly events: EventsAggregate;
  readonly "geography-statements": GeographyAggregate;
  readonly "probe-log": ProbeLogAggregate;
  readonly results: ResultsAggregate;
  readonly world: WorldAggregate;
}

export type SeriesId = `series-${string}`;
export type AggregateId = keyof AggregateTypes | SeriesId;
export type Aggregate = AggregateTypes[keyof AggregateTypes] | SeriesAggregate;

/** Looks up one aggregate by id, typed by it. */
export interface Get {
  <Id extends keyof AggregateTypes>(id: Id): AggregateTypes[Id];
  (id: SeriesId): SeriesAggregate;
}

/** Builds every aggregate from the records, in a fixed order. */
export function allAggregates(records: Records): Aggregate[] {
  return [claims(records), clock(records), countries(records), datasets(records), events(records), geography(records), probeLog(records), results(records), world(records), ...series(records)];
}
