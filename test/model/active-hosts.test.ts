import { test } from "vitest";
import { hostsOfPackets } from "../../src/model/active-hosts.ts";
import { expectWithin } from "./close.ts";

for (const [ratePerMinute, packets, hosts] of [[358, 1, 183_061], [358, 3, 61_020], [450, 1, 145_636], [450, 3, 48_545]] as const) {
  test(`60,000 packets an hour on a /16 are ${hosts} hosts at ${ratePerMinute} attempts a minute of ${packets} ${packets === 1 ? "packet" : "packets"}`, () => {
    expectWithin(hostsOfPackets(60_000, packets, { ratePerMinute, monitoredAddresses: 65536 }), hosts, 0.5);
  });
}
