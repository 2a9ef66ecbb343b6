import { ipv4Addresses } from "./address-space.ts";
import { notNegative, positive, positiveUpTo, wholeNumber } from "./argument.ts";
import { checkSpread, type RateSpread } from "./host-rates.ts";

/** What to simulate. Hour 0 is the restart, 00:00 UTC on the 1st of a month, or any other start. */
export interface SimulationPlan {
  /** Vulnerable hosts, each at an address of its own. */
  readonly hosts: number;
  /** Of these, infected and scanning at hour 0. */
  readonly scanningAtStart: number;
  /** Of these, infected but asleep at hour 0, each waking at random; 0 unless told. */
  readonly asleepAtStart?: number;
  /** Mean hours until a sleeper wakes; needed with sleepers. */
  readonly meanSleepHours?: number;
  readonly rates: RateSpread;
  /** Restarts an hour of each infected host. A restart cleans it and leaves it open to infection; 0 unless told. */
  readonly restartsPerHour?: number;
  /** Changes of address an hour of each infected host, always to an address not used before; 0 unless told. */
  readonly addressChangesPerHour?: number;
  /** Sizes of the sensors: addresses that hold no vulnerable host and belong to one sensor each. */
  readonly sensorAddresses: readonly number[];
  readonly hours: number;
  /** Length of the bins in which sensors count; must divide the hours. */
  readonly binHours: number;
  readonly scannedAddresses?: number;
}

/** The plan with every default filled in. Throws ModelArgumentError where it cannot be run. */
export function checkedPlan(plan: SimulationPlan): Required<SimulationPlan> & { readonly bins: number } {
  const full = { asleepAtStart: 0, meanSleepHours: 1, restartsPerHour: 0, addressChangesPerHour: 0, scannedAddresses: ipv4Addresses, ...plan };
  wholeNumber("hosts", full.hosts, 1);
  wholeNumber("scanningAtStart", full.scanningAtStart);
  wholeNumber("asleepAtStart", full.asleepAtStart);
  wholeNumber("hosts - scanningAtStart - asleepAtStart", full.hosts - full.scanningAtStart - full.asleepAtStart);
  positive("meanSleepHours", full.meanSleepHours);
  checkSpread(full.rates);
  notNegative("restartsPerHour", full.restartsPerHour);
  notNegative("addressChangesPerHour", full.addressChangesPerHour);
  positive("scannedAddresses", full.scannedAddresses);
  const taken = full.sensorAddresses.reduce((sum, addresses) => sum + wholeNumber("sensorAddresses", addresses, 1), full.hosts);
  positiveUpTo("hosts and sensors together", taken, full.scannedAddresses);
  positive("hours", full.hours);
  positiveUpTo("binHours", full.binHours, full.hours);
  const bins = Math.round(full.hours / full.binHours);
  notNegative("1e-9 - |hours - bins × binHours|", 1e-9 - Math.abs(full.hours - bins * full.binHours));
  return { ...full, bins };
}
