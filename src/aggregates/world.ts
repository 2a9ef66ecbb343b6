import type { Records } from "../readers/records.ts";
export interface WorldAggregate { readonly id: "world"; readonly title: string; readonly shapes: number }
export const world = ({ atlas }: Records): WorldAggregate => ({ id: "world", title: "World", shapes: atlas.objects.countries.geometries.length });
