import { drawExponential, drawIndex } from "./draw.ts";
import { drawRate } from "./host-rates.ts";
import { IndexSet } from "./index-set.ts";
import { seededRandom } from "./random.ts";
import { SensorLog, type SensorCounts } from "./sensor-log.ts";
import { checkedPlan, type SimulationPlan } from "./simulation-plan.ts";

/** One simulated outbreak: the truth, and what each sensor logged of it. */
export interface SimulationRun {
  /** End of each bin, hours. */
  readonly hours: readonly number[];
  /** Hosts scanning at the end of each bin. */
  readonly scanning: readonly number[];
  /** Hosts that have scanned at least once, by the end of each bin. */
  readonly everScanning: readonly number[];
  /** Addresses scanned from, seen by nobody or somebody, by the end of each bin. */
  readonly addressesUsed: readonly number[];
  /** One for each sensor, in the order of the plan. */
  readonly sensors: readonly SensorCounts[];
  /** Addresses that sensors i and j both logged in the whole run. */
  readonly seenByBoth: readonly (readonly number[])[];
}

/**
 * Simulates an outbreak of uniform scanners over the whole address space, event by event, without approximation.
 *
 * Not one packet is followed, and nothing is lost by that. A host that draws targets at random at r an hour hits any set of n of
 * the Ω addresses as a Poisson process of rate r·n/Ω (the thinning of a Poisson process), and for sets that share no address
 * these processes are independent. The vulnerable hosts not yet infected are one such set and every sensor another. So infection is
 * one Poisson process of rate Σr·S/Ω, whose next event is drawn directly and strikes each open host alike; and the hits of a host on
 * a sensor, given when it scanned, are Poisson with mean r·n/Ω × hours, drawn when the stretch ends. A packet-by-packet
 * simulation has the same distribution. The one idealisation is that a host's attempts come at random moments, not in step.
 *
 * Same plan and seed (a whole number), same run. Throws ModelArgumentError.
 */
export function simulate(plan: SimulationPlan, seed: number): SimulationRun {
  const full = checkedPlan(plan);
  const random = seededRandom(seed);
  const { hosts, bins, binHours, scannedAddresses } = full;
  const rates = Float64Array.from({ length: hosts }, () => drawRate(random, full.rates) * 60);
  const scanningSince = new Float64Array(hosts);
  const scanned = new Uint8Array(hosts);
  const scanning = new IndexSet(hosts);
  const open = new IndexSet(hosts);
  const asleep = new IndexSet(hosts);
  const logs = full.sensorAddresses.map((addresses) => new SensorLog(addresses, hosts, bins, binHours));
  const seenByBoth = logs.map(() => logs.map(() => 0));
  const curves = { hours: [] as number[], scanning: [] as number[], everScanning: [] as number[], addressesUsed: [] as number[] };
  let hour = 0;
  let totalRate = 0;
  let everScanning = 0;
  let addressesUsed = 0;

  const begin = (host: number): void => {
    scanning.add(host);
    scanningSince[host] = hour;
    totalRate += rates[host] ?? 0;
    if (scanned[host] !== 0) return;
    scanned[host] = 1;
    everScanning += 1;
    addressesUsed += 1;
  };
  const logStretch = (host: number, until: number): void => {
    const perAddress = (rates[host] ?? 0) / scannedAddresses;
    for (const [i, log] of logs.entries()) log.watch(random, host, scanningSince[host] ?? 0, until, perAddress * (full.sensorAddresses[i] ?? 0));
  };
  const endAddress = (host: number): void => {
    const saw = logs.map((log) => log.hasSeen(host));
    if (!saw.includes(true)) return;
    for (const [i, both] of seenByBoth.entries()) if (saw[i] === true) for (const [j, count] of both.entries()) if (saw[j] === true) both[j] = count + 1;
    for (const log of logs) log.endAddress(host);
  };
  const closeBins = (until: number): void => {
    while (curves.hours.length < bins && (curves.hours.length + 1) * binHours <= until) {
      curves.hours.push((curves.hours.length + 1) * binHours);
      curves.scanning.push(scanning.count);
      curves.everScanning.push(everScanning);
      curves.addressesUsed.push(addressesUsed);
    }
  };

  for (let host = 0; host < hosts; host += 1) {
    if (host < full.scanningAtStart) begin(host);
    else if (host < full.scanningAtStart + full.asleepAtStart) asleep.add(host);
    else open.add(host);
  }
  for (;;) {
    const infections = (totalRate * open.count) / scannedAddresses;
    const wakings = asleep.count / full.meanSleepHours;
    const restarts = full.restartsPerHour * scanning.count;
    const changes = full.addressChangesPerHour * scanning.count;
    const all = infections + wakings + restarts + changes;
    const next = all > 0 ? hour + drawExponential(random) / all : Infinity;
    closeBins(Math.min(next, full.hours));
    if (next >= full.hours) break;
    hour = next;
    const which = random() * all;
    if (which < infections) {
      const host = open.at(drawIndex(random, open.count));
      open.remove(host);
      begin(host);
    } else if (which < infections + wakings) {
      const host = asleep.at(drawIndex(random, asleep.count));
      asleep.remove(host);
      begin(host);
    } else {
      const host = scanning.at(drawIndex(random, scanning.count));
      logStretch(host, hour);
      if (which < infections + wakings + restarts) {
        scanning.remove(host);
        open.add(host);
        totalRate = scanning.count === 0 ? 0 : totalRate - (rates[host] ?? 0);
      } else {
        endAddress(host);
        scanningSince[host] = hour;
        addressesUsed += 1;
      }
    }
  }
  for (let host = 0; host < hosts; host += 1) {
    if (scanning.has(host)) logStretch(host, full.hours);
    endAddress(host);
  }
  return { ...curves, sensors: logs.map((log) => log.counts()), seenByBoth };
}
