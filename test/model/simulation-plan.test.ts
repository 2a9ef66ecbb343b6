import { expect, test } from "vitest";
import { ModelArgumentError } from "../../src/model/argument.ts";
import { checkedPlan, type SimulationPlan } from "../../src/model/simulation-plan.ts";

const plan: SimulationPlan = { hosts: 1000, scanningAtStart: 10, rates: { kind: "equal", ratePerMinute: 358 }, sensorAddresses: [65536], hours: 24, binHours: 0.5 };

test("what is left out means no sleepers, no restarts, no changes of address, and all of IPv4", () => {
  expect(checkedPlan(plan)).toMatchObject({ asleepAtStart: 0, restartsPerHour: 0, addressChangesPerHour: 0, scannedAddresses: 2 ** 32, bins: 48 });
});

const refused: readonly (readonly [why: string, change: Partial<SimulationPlan>])[] = [
  ["half a host", { hosts: 1000.5 }],
  ["more infected than there are hosts", { scanningAtStart: 600, asleepAtStart: 600 }],
  ["a negative number of restarts", { restartsPerHour: -1 }],
  ["a sensor of no addresses", { sensorAddresses: [0] }],
  ["sensors larger than the space", { sensorAddresses: [2 ** 31, 2 ** 31] }],
  ["bins that do not divide the hours", { binHours: 0.7 }],
  ["a rate of zero", { rates: { kind: "equal", ratePerMinute: 0 } }],
  ["kinds of hosts that do not add up", { rates: { kind: "mixture", kinds: [{ share: 0.5, ratePerMinute: 358 }] } }],
  ["sleepers that wake at once", { asleepAtStart: 5, meanSleepHours: 0 }],
];
for (const [why, change] of refused) {
  test(`${why} is refused`, () => { expect(() => checkedPlan({ ...plan, ...change })).toThrow(ModelArgumentError); });
}
