import { notNegative, positive } from "./argument.ts";
import { hitsPerHour, type Sight } from "./visibility.ts";

/** What an attempt on a target that never answers costs: so many packets, of so many bytes each. Both are assumed. */
export const silentAttempt = { packets: 3, bytesPerPacket: 48 } as const;

/** What one host sends, kbit/s (1,000 bits): rate / 60 × bytes of an attempt × 8. Throws ModelArgumentError. */
export const hostKbitPerSecond = (ratePerMinute: number, bytesPerAttempt: number): number => ((positive("ratePerMinute", ratePerMinute) / 60) * positive("bytesPerAttempt", bytesPerAttempt) * 8) / 1000;

/** What all hosts together send, Gbit/s (10⁹ bits). Throws ModelArgumentError. */
export const worldGbitPerSecond = (hosts: number, ratePerMinute: number, bytesPerAttempt: number): number => (notNegative("hosts", hosts) * hostKbitPerSecond(ratePerMinute, bytesPerAttempt)) / 1e6;

/** What a sensor or network of so many addresses receives from all hosts: packets a second and kbit/s. Throws ModelArgumentError. */
export function arrivingTraffic(hosts: number, packetsPerAttempt: number, bytesPerPacket: number, sight: Sight): { readonly packetsPerSecond: number; readonly kbitPerSecond: number } {
  const packetsPerSecond = (positive("hosts", hosts) * hitsPerHour(sight) * positive("packetsPerAttempt", packetsPerAttempt)) / 3600;
  return { packetsPerSecond, kbitPerSecond: (packetsPerSecond * positive("bytesPerPacket", bytesPerPacket) * 8) / 1000 };
}
