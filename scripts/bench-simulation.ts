// How long one simulated day takes: 360,000 vulnerable hosts, all 2^32 addresses, a /8, a /16 and a /24, one thread.
// Prints seconds and their ratios; asserts nothing. Run: npx node scripts/bench-simulation.ts
import { simulate } from "../src/model/simulation.ts";
import { blockAddresses } from "../src/model/address-space.ts";

const sensors = [8, 16, 24].map(blockAddresses);

/** Seconds one run takes, and its last cumulative counts as a sign that work was done. */
function timed(hosts: number, sensorAddresses: readonly number[]): { seconds: number; cumulative: readonly number[] } {
  const start = performance.now();
  const run = simulate({ hosts, scanningAtStart: Math.round(hosts / 3600), rates: { kind: "equal", ratePerMinute: (358 * 360_000) / hosts }, sensorAddresses, hours: 24, binHours: 1 }, 20010801);
  return { seconds: (performance.now() - start) / 1000, cumulative: run.sensors.map((sensor) => sensor.cumulative.at(-1) ?? 0) };
}

timed(20_000, sensors); // compiles the hot paths
const full = timed(360_000, sensors);
const rows = [
  ["one day, 360,000 hosts, /8 + /16 + /24", full],
  ["the same without sensors", timed(360_000, [])],
  ["the same, /16 alone", timed(360_000, sensors.slice(1, 2))],
  ["the same, /24 alone", timed(360_000, sensors.slice(2))],
  ["a quarter of the hosts, all sensors", timed(90_000, sensors)],
] as const;
for (const [name, { seconds, cumulative }] of rows) console.log(`${name.padEnd(42)} ${seconds.toFixed(2).padStart(7)} s  ${(seconds / full.seconds).toFixed(2).padStart(5)} of the first  seen ${cumulative.join(" ") || "-"}`);
