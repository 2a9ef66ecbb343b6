import type { Records } from "../readers/records.ts";
import { backProjection, type BackProjectionAggregate } from "./back-projection.ts";
import { claims, type ClaimsAggregate } from "./claims.ts";
import { clock, type ClockAggregate } from "./clock.ts";
import { comparability, type ComparabilityAggregate } from "./comparability.ts";
import { contextPairs, type ContextPairsAggregate } from "./context-pairs.ts";
import { countries, type CountriesAggregate } from "./countries.ts";
import { coverage, type CoverageAggregate } from "./coverage.ts";
import { datasets, type DatasetsAggregate } from "./datasets.ts";
import { events, type EventsAggregate } from "./events.ts";
import { geography, type GeographyAggregate } from "./geography.ts";
import { growthFits, type GrowthFitsAggregate } from "./growth-fits.ts";
import { halfHourCurve, type HalfHourCurveAggregate } from "./half-hour-curve.ts";
import { namedOrLocated, type NamedOrLocatedAggregate } from "./named-or-located.ts";
import { numbers, type NumbersAggregate } from "./numbers.ts";
import { organisations, type OrganisationsAggregate } from "./organisations.ts";
import { parameters, type ParametersAggregate } from "./parameters.ts";
import { type RecordingAggregate, type RecordingId, recordings } from "./recordings.ts";
import { results, type ResultsAggregate } from "./results.ts";
import { series, type SeriesAggregate } from "./series.ts";
import { sensorChance, type SensorChanceAggregate } from "./sensor-chance.ts";
import { visibility, type VisibilityAggregate } from "./visibility.ts";
import { world, type WorldAggregate } from "./world.ts";

/** Every aggregate by its id, which is its file name and its address below `/data/`. */
export interface AggregateTypes {
  readonly "back-projection": BackProjectionAggregate;
  readonly claims: ClaimsAggregate;
  readonly "clock-xs4all": ClockAggregate;
  readonly comparability: ComparabilityAggregate;
  readonly "context-pairs": ContextPairsAggregate;
  readonly "countries-caida-2001-07-19": CountriesAggregate;
  readonly coverage: CoverageAggregate;
  readonly datasets: DatasetsAggregate;
  readonly events: EventsAggregate;
  readonly "geography-statements": GeographyAggregate;
  readonly "growth-fits": GrowthFitsAggregate;
  readonly "half-hour-curve": HalfHourCurveAggregate;
  readonly "named-or-located-2001-07-19": NamedOrLocatedAggregate;
  readonly numbers: NumbersAggregate;
  readonly organisations: OrganisationsAggregate;
  readonly parameters: ParametersAggregate;
  readonly [recording: RecordingId]: RecordingAggregate;
  readonly results: ResultsAggregate;
  readonly "sensor-chance": SensorChanceAggregate;
  readonly visibility: VisibilityAggregate;
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
  return [backProjection(records), claims(records), clock(records), comparability(records), contextPairs(records), countries(records), coverage(), datasets(records), events(records), geography(records), growthFits(records), halfHourCurve(records), namedOrLocated(records), numbers(records), organisations(records), parameters(records), results(records), sensorChance(records), visibility(records), world(records), ...recordings(records), ...series(records)];
}
