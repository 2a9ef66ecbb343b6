/** A stretch without probes is listed when it is longer than this. */
const gapSeconds = 3600;
/**
 * A step back is a jump of the clock when it is longer than this. Servers write a line when the answer ends, so lines of busy
 * hours stand a little out of order; Apache 1.3 gives up on an answer after 300 seconds (directive Timeout, default 300).
 */
const jumpSeconds = 300;
/** At most this many gaps and jumps are listed by their times; all are counted. */
export const listed = 50;

/** How time runs in one input, in the order of its lines. */
export interface Pace {
  first: number | null;
  previous: number | null;
  /** Probes earlier than the probe before them. */
  backwards: number;
  largestStepBack: number;
  gaps: number;
  jumps: number;
  /** From and to of the first gaps and jumps, seconds since 1970 UTC. */
  gapList: [from: number, to: number][];
  jumpList: [from: number, to: number][];
}

/** The pace of an input of which nothing was read. */
export const newPace = (): Pace => ({ first: null, previous: null, backwards: 0, largestStepBack: 0, gaps: 0, jumps: 0, gapList: [], jumpList: [] });

/** Notes the time of the next probe of the input. */
export function step(pace: Pace, time: number): void {
  const { previous } = pace;
  pace.first ??= time;
  pace.previous = time;
  if (previous === null) return;
  if (time < previous) {
    pace.backwards++;
    if (previous - time > pace.largestStepBack) pace.largestStepBack = previous - time;
    if (previous - time > jumpSeconds && ++pace.jumps <= listed) pace.jumpList.push([previous, time]);
  } else if (time - previous > gapSeconds && ++pace.gaps <= listed) pace.gapList.push([previous, time]);
}
