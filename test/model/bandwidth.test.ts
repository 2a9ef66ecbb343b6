import { test } from "vitest";
import { arrivingTraffic, hostKbitPerSecond, worldGbitPerSecond } from "../../src/model/bandwidth.ts";
import { expectClose, expectWithin } from "./close.ts";

for (const [bytes, kbit] of [[48, 2.2912], [144, 6.8736], [120, 5.728], [4096, 195.51573333333334]] as const) {
  test(`a host that sends ${bytes} bytes an attempt sends ${kbit.toFixed(2)} kbit/s`, () => { expectClose(hostKbitPerSecond(358, bytes), kbit); });
}

for (const [ratePerMinute, gbit] of [[358, 1.03104], [450, 1.296], [833, 2.39904]] as const) {
  test(`150,000 hosts at ${ratePerMinute} a minute send ${gbit.toFixed(2)} Gbit/s world-wide`, () => { expectClose(worldGbitPerSecond(150_000, ratePerMinute, 144), gbit); });
}

for (const [hosts, gbit] of [[100_000, 0.69], [228_949, 1.57], [359_000, 2.47]] as const) {
  test(`${hosts} hosts send ${gbit} Gbit/s world-wide`, () => { expectWithin(worldGbitPerSecond(hosts, 358, 144), gbit, 0.005); });
}

test("228,949 hosts send a whole class B 62.5 packets a second, 24.0 kbit/s", () => {
  const { packetsPerSecond, kbitPerSecond } = arrivingTraffic(228_949, 3, 48, { ratePerMinute: 358, monitoredAddresses: 65536 });
  expectWithin(packetsPerSecond, 62.5, 0.05);
  expectWithin(kbitPerSecond, 24, 0.05);
});
