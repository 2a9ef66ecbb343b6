/** A time zone given for a log that states none. */
export interface Zone {
  /** As given: `-07:00`, `UTC` or `America/Los_Angeles`. */
  readonly name: string;
  /** Seconds to add to UTC to get local time, for a local time in seconds since 1970. */
  readonly offsetAt: (local: number) => number;
}

const hour = 3600;

/**
 * The offset in seconds of `±hhmm` packed as a sign and a number from 0 to 9999; NaN where no place on Earth has it.
 * Zones run from -12:00 to +14:00.
 */
export function offsetSeconds(sign: 1 | -1, hoursAndMinutes: number): number {
  const minutes = hoursAndMinutes % 100;
  const seconds = sign * (Math.floor(hoursAndMinutes / 100) * hour + minutes * 60);
  return minutes > 59 || seconds < -12 * hour || seconds > 14 * hour ? Number.NaN : seconds;
}

const fixed = /^([+-])(\d{2}):?(\d{2})$/;

/** Reads the clock of a named zone at an instant: local seconds since 1970. */
function clockOf(name: string): (utc: number) => number {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: name, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" });
  return (utc) => {
    const parts = new Map(format.formatToParts(utc * 1000).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second")) / 1000;
  };
}

/** Offset of a local time in a named zone. An hour that comes twice is read as the first; an hour left out, by the offset before it. */
function namedOffset(clock: (utc: number) => number, local: number): number {
  const before = clock(local - 24 * hour) - (local - 24 * hour);
  const after = clock(local + 24 * hour) - (local + 24 * hour);
  if (clock(local - before) === local) return before;
  return clock(local - after) === local ? after : before;
}

/**
 * A zone from the words of the command line: an offset such as `-07:00` or `+0530`, `UTC`, or a name of the IANA database.
 * @throws RangeError naming the value and what would be right
 */
export function zoneFrom(name: string): Zone {
  const remedy = `${JSON.stringify(name)} is no time zone: give an offset such as -07:00, UTC, or a name such as America/Los_Angeles`;
  const match = fixed.exec(name);
  if (match !== null) {
    const offset = offsetSeconds(match[1] === "-" ? -1 : 1, Number(`${match[2] ?? ""}${match[3] ?? ""}`));
    if (Number.isNaN(offset)) throw new RangeError(remedy);
    return { name, offsetAt: () => offset };
  }
  let clock: (utc: number) => number;
  try {
    clock = clockOf(name);
  } catch {
    throw new RangeError(remedy);
  }
  // Offsets change on the quarter hour at the finest, so one look-up serves a quarter of an hour.
  const known = new Map<number, number>();
  return {
    name,
    offsetAt: (local) => {
      const quarter = Math.floor(local / 900);
      const offset = known.get(quarter) ?? namedOffset(clock, quarter * 900);
      known.set(quarter, offset);
      return offset;
    },
  };
}
