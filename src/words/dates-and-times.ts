/** Writes days and times as a region does, with Intl: "Monday 30 November" and "18:05", or "Monday, November 30" and "6:05 PM". */

import type { CalendarDay, WallTime } from '../plan/time/wall-clock.ts';

export interface Dates {
  /** "Monday 30 November" */
  day(day: CalendarDay): string;
  /** "Monday 30 November 2026" */
  wholeDay(day: CalendarDay): string;
  /** "30 Nov" */
  shortDay(day: CalendarDay): string;
  /** "November 2026". @param month "2026-11" */
  month(month: string): string;
  /** The day on this device: "Monday 30 November". */
  dayHere(at: Date): string;
  /** "18:05" */
  time(wall: WallTime): string;
  /** The weekday on which a week begins, Monday = 1. */
  readonly firstWeekday: number;
  /** Returns the days of a week in their order. @param fromMonday one for each weekday, Monday first */
  week<Day>(fromMonday: readonly Day[]): readonly Day[];
}

/**
 * Dates in English without a region, or in a region whose English Intl does not know, are British: most regions write the day before the
 * month, and 24 hours.
 */
const WITHOUT_REGION: Readonly<Record<string, string>> = { en: 'en-GB' };

interface WithWeek {
  readonly weekInfo?: { readonly firstDay: number };
  getWeekInfo?(): { readonly firstDay: number };
}

/** Monday if the browser does not know. */
function firstWeekdayIn(tag: string): number {
  const locale: Intl.Locale & WithWeek = new Intl.Locale(tag);
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1;
}

function tagOf(language: string, locale: string | undefined): string {
  const own = locale === undefined ? null : new Intl.Locale(locale);
  const isRegional = own !== null && own.language === language && own.region !== undefined;
  return isRegional ? own.toString() : (WITHOUT_REGION[language] ?? language);
}

function formatIn(tag: string, language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const made = new Intl.DateTimeFormat(tag, options);
  const general = WITHOUT_REGION[language];
  const isKnown = made.resolvedOptions().locale !== language;
  return isKnown || general === undefined ? made : new Intl.DateTimeFormat(general, options);
}

/** Without the comma that some browsers write in "Monday, 30 November". */
const written = (day: string): string => day.replace(/^(\p{L}+), (?=\d)/u, '$1 ');

/** @param language BCP 47 tag @param locale tells the region, if it is a variant of the language, such as "en-US" */
export function datesIn(language: string, locale: string | undefined): Dates {
  const tag = tagOf(language, locale);
  const format = (options: Intl.DateTimeFormatOptions) => {
    let made: Intl.DateTimeFormat | null = null;
    return (at: Date): string => {
      made ??= formatIn(tag, language, options);
      return written(made.format(at));
    };
  };
  const long = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  // Days and times are formatted as UTC, so that the reader's time zone cannot shift them.
  const day = format({ ...long, timeZone: 'UTC' });
  const wholeDay = format({ ...long, year: 'numeric', timeZone: 'UTC' });
  const shortDay = format({ day: 'numeric', month: 'short', timeZone: 'UTC' });
  const month = format({ month: 'long', year: 'numeric', timeZone: 'UTC' });
  const time = format({ timeStyle: 'short', timeZone: 'UTC' });
  const begin = (of: string): Date => new Date(`${of}T00:00Z`);
  const firstWeekday = firstWeekdayIn(tag);
  return {
    day: (of) => day(begin(of)),
    wholeDay: (of) => wholeDay(begin(of)),
    shortDay: (of) => shortDay(begin(of)),
    month: (of) => month(begin(`${of}-01`)),
    dayHere: format(long),
    time: (wall) => time(new Date(`${wall}Z`)),
    firstWeekday,
    week: (fromMonday) => [...fromMonday.slice(firstWeekday - 1), ...fromMonday.slice(0, firstWeekday - 1)],
  };
}
