import { positive } from "./argument.ts";
import { hitsPerHour, type Sight } from "./visibility.ts";

/**
 * Hosts that must be active for a sensor to receive so many packets an hour: packets / (packets of an attempt × hits an hour).
 * One packet an attempt gives the most hosts; a silent target gets three. Only for counts of packets or requests, never of
 * distinct addresses. Throws ModelArgumentError.
 */
export const hostsOfPackets = (packetsPerHour: number, packetsPerAttempt: number, sight: Sight): number =>
  positive("packetsPerHour", packetsPerHour) / (positive("packetsPerAttempt", packetsPerAttempt) * hitsPerHour(sight));
