/**
 * Wall-clock time is what a clock on the wall in a time zone shows: "2026-11-29T13:10". Plans use it so that a step keeps its time of day
 * when the clocks change. `Intl` knows how much time passes between two wall times of a zone.
 */

declare const unit: unique symbol;
/** Date and time to the minute, in ISO 8601 without an offset. Wall times of the same zone can be compared as text. */
export type WallTime = string & { readonly [unit]: 'wall time' };
/** A date, "2026-11-29". */
export type CalendarDay = string & { readonly [unit]: 'day' };
/** A name of the IANA time zone database that this runtime knows, "Europe/Berlin". */
export type TimeZone = string & { readonly [unit]: 'zone' };
/** A point in time, ms since 1970-01-01T00:00Z. */
export type Moment = number & { readonly [unit]: 'ms since 1970' };

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 24 * 60 * MS_PER_MINUTE;

const moment = (value: number): Moment => value as Moment;
/** ms since 1970, as if the wall time were in UTC. */
const asUtc = (wall: string): number => Date.parse(`${wall}Z`);
const wallOfUtc = (ms: number): WallTime => new Date(ms).toISOString().slice(0, 16) as WallTime;

/** Only the years 2000 to 2099: others are typing errors, and in old years some zones have offsets with seconds. */
const WALL_TIME_PATTERN = /^20\d\d-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Drops seconds. Null if the text is not a wall time, or names a day that its month does not have. */
export function readWallTime(text: string): WallTime | null {
  const wall = text.replace(/^(.{16}):[0-5]\d$/, '$1');
  if (!WALL_TIME_PATTERN.test(wall)) return null;
  const ms = asUtc(wall);
  return !Number.isNaN(ms) && wallOfUtc(ms) === wall ? (wall as WallTime) : null;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, format);
  return format;
}

/** Null if the runtime knows no such zone. Refuses offsets ("+01:00"), because they do not say when the clocks change. */
export function readZone(text: string): TimeZone | null {
  if (!/^[A-Za-z][\w+\-/]{1,63}$/.test(text)) return null;
  try {
    formatOf(text);
    return text as TimeZone;
  } catch {
    return null;
  }
}

/** How far the zone's clocks are ahead of UTC, ms. Slow, because it asks `Intl`. @param ms since 1970 */
function offsetFromIntl(ms: number, zone: TimeZone): number {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(ms / 1000) * 1000;
}

/** Cache: for each zone, its offset in ms at the beginning of a day in UTC. Days are counted from 1970. */
const offsets = new Map<TimeZone, Map<number, number>>();

function offsetOfDay(day: number, zone: TimeZone): number {
  let known = offsets.get(zone);
  if (known === undefined) {
    known = new Map<number, number>();
    offsets.set(zone, known);
  }
  const offset = known.get(day) ?? offsetFromIntl(day * MS_PER_DAY, zone);
  known.set(day, offset);
  return offset;
}

/** Length of the spans that `offsetAt` searches for a change of the offset, days. */
const DAYS_PER_SPAN = 5;

/**
 * The zone's offset, ms. Since 2000 no zone is known to have changed its clocks twice within DAYS_PER_SPAN days. So a span or a day that
 * begins and ends with the same offset has that offset throughout.
 */
function offsetAt(ms: number, zone: TimeZone): number {
  const day = Math.floor(ms / MS_PER_DAY);
  const first = Math.floor(day / DAYS_PER_SPAN) * DAYS_PER_SPAN;
  const ofAll = offsetOfDay(first, zone);
  if (ofAll === offsetOfDay(first + DAYS_PER_SPAN, zone)) return ofAll;
  const offset = offsetOfDay(day, zone);
  return offset === offsetOfDay(day + 1, zone) ? offset : offsetFromIntl(ms, zone);
}

/**
 * The moment at which the zone's clocks show this wall time: the first of the two if they show it twice. If they skip it, the moment at
 * which they show a time later by as much as they were put forward.
 */
export function momentOf(wall: WallTime, zone: TimeZone): Moment {
  const utc = asUtc(wall);
  const before = offsetAt(utc - MS_PER_DAY, zone);
  const found = [before, offsetAt(utc + MS_PER_DAY, zone)].find(
    (offset) => offsetAt(utc - offset, zone) === offset,
  );
  return moment(utc - (found ?? before));
}

export const wallAt = (at: Moment, zone: TimeZone): WallTime => wallOfUtc(at + offsetAt(at, zone));

export const momentAfter = (at: Moment, minutes: number): Moment => moment(at + minutes * MS_PER_MINUTE);

export const minutesBetween = (from: Moment, to: Moment): number => (to - from) / MS_PER_MINUTE;

export const dayOf = (wall: WallTime): CalendarDay => wall.slice(0, 10) as CalendarDay;

/** "08:30" */
export const timeOf = (wall: WallTime): string => wall.slice(11);

/** @param time "08:30" */
export const wallOn = (day: CalendarDay, time: string): WallTime => `${day}T${time}` as WallTime;

export const dayAfter = (day: CalendarDay, days: number): CalendarDay =>
  dayOf(wallOfUtc(asUtc(`${day}T00:00`) + days * MS_PER_DAY));

/** Negative if `to` is earlier. */
export const daysBetween = (from: CalendarDay, to: CalendarDay): number =>
  Math.round((asUtc(`${to}T00:00`) - asUtc(`${from}T00:00`)) / MS_PER_DAY);

/** The same wall time, or the next one at a multiple of `by` minutes. */
export function roundedUp(wall: WallTime, by: number): WallTime {
  const step = by * MS_PER_MINUTE;
  return wallOfUtc(Math.ceil(asUtc(wall) / step) * step);
}

/** Adds minutes as if the clocks never changed: for times of day, not for elapsed time. */
export const faceAfter = (wall: WallTime, minutes: number): WallTime =>
  wallOfUtc(asUtc(wall) + minutes * MS_PER_MINUTE);
