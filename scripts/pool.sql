-- Pools partials of many sensors into one count: the unique count of the pool is not the sum of the sensors' counts.
--
-- Input: a table or view `partials` over the Parquet files that `ingest --partial` writes, one row for each source and sensor:
--   source                      keyed hash of the address, 64 hexadecimal digits; null = probes whose source was lost
--   sensor, country             country: two letters, '' = not in the registry table, null = no table used
--   first_seen, last_seen       seconds since 1970, UTC
--   probes, code_red, code_red_2, unknown
--   bin_seconds
--   bins                        list of (bin_start, code_red, code_red_2, unknown)
--
-- Only common SQL is used, with one exception: the list of bins is unfolded in `partial_bins`, and engines spell that differently.
-- DuckDB and Trino take the line as it stands. In Spark write
--   FROM partials LATERAL VIEW explode(bins) t AS b
-- and in ClickHouse
--   FROM partials ARRAY JOIN bins AS b
-- and, where there are no temporary tables, CREATE TABLE or CREATE VIEW. Statements end with a semicolon at the end of a line.

CREATE TEMPORARY TABLE partial_bins AS
SELECT p.source AS source, t.b.bin_start AS bin_start, t.b.code_red AS code_red, t.b.code_red_2 AS code_red_2, t.b.unknown AS unknown
FROM partials AS p CROSS JOIN UNNEST(p.bins) AS t(b);

-- One row for each source, whichever sensors saw it.
CREATE TEMPORARY TABLE sources AS
SELECT source, min(country) AS country, min(first_seen) AS first_seen, max(last_seen) AS last_seen, min(bin_seconds) AS bin_seconds,
       sum(probes) AS probes, sum(code_red) AS code_red, sum(code_red_2) AS code_red_2, sum(unknown) AS unknown
FROM partials WHERE source IS NOT NULL GROUP BY source;

-- One row for each source and bin: what makes "unique in this bin" exact over sensors.
CREATE TEMPORARY TABLE source_bins AS
SELECT source, bin_start, sum(code_red) AS code_red, sum(code_red_2) AS code_red_2, sum(unknown) AS unknown
FROM partial_bins GROUP BY source, bin_start;

-- Sources by the bin they were first seen in, in any sensor.
CREATE TEMPORARY TABLE new_sources AS
SELECT first_seen - first_seen % bin_seconds AS bin_start, count(*) AS new_sources FROM sources GROUP BY first_seen - first_seen % bin_seconds;

CREATE TEMPORARY TABLE pooled_bins AS
SELECT b.bin_start AS bin_start, sum(b.code_red) AS code_red, sum(b.code_red_2) AS code_red_2, sum(b.unknown) AS unknown,
       count(b.source) AS unique_sources, max(coalesce(n.new_sources, 0)) AS new_sources
FROM source_bins AS b LEFT JOIN new_sources AS n ON n.bin_start = b.bin_start GROUP BY b.bin_start;

CREATE TEMPORARY TABLE pooled_totals AS
SELECT count(*) AS unique_sources,
       sum(CASE WHEN code_red > 0 THEN 1 ELSE 0 END) AS code_red, sum(CASE WHEN code_red_2 > 0 THEN 1 ELSE 0 END) AS code_red_2, sum(CASE WHEN unknown > 0 THEN 1 ELSE 0 END) AS unknown,
       sum(CASE WHEN (CASE WHEN code_red > 0 THEN 1 ELSE 0 END) + (CASE WHEN code_red_2 > 0 THEN 1 ELSE 0 END) + (CASE WHEN unknown > 0 THEN 1 ELSE 0 END) > 1 THEN 1 ELSE 0 END) AS several,
       sum(CASE WHEN probes = 1 THEN 1 ELSE 0 END) AS f1, sum(CASE WHEN probes = 2 THEN 1 ELSE 0 END) AS f2
FROM sources;

CREATE TEMPORARY TABLE pooled_window AS
SELECT min(first_seen) AS first_seen, max(last_seen) AS last_seen, sum(CASE WHEN source IS NULL THEN probes ELSE 0 END) AS probes_without_source FROM partials;

CREATE TEMPORARY TABLE pooled_frequency AS
SELECT sum(CASE WHEN bins = 1 THEN 1 ELSE 0 END) AS q1, sum(CASE WHEN bins = 2 THEN 1 ELSE 0 END) AS q2
FROM (SELECT source, count(*) AS bins FROM source_bins WHERE source IS NOT NULL GROUP BY source) AS by_source;

CREATE TEMPORARY TABLE pooled_countries AS
SELECT country, count(*) AS sources, sum(probes) AS probes FROM sources GROUP BY country;
