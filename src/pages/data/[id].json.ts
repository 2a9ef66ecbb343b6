import type { APIRoute } from "astro";
import type { AggregateId } from "../../aggregates/all.ts";
import { aggregateText } from "../../pipeline.ts";
import { aggregateIds, get } from "../../published.ts";

export const getStaticPaths = () => aggregateIds.map((id) => ({ params: { id } }));

export const GET: APIRoute = ({ params }) => new Response(aggregateText(get(params["id"] as Exclude<AggregateId, `series-${string}`>)), { headers: { "content-type": "application/json" } });
