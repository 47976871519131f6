import { afterEach, describe, expect, it } from 'vitest';
import { useFirstWords } from '../../../src/app/settings/language.ts';
import type { CalendarDay, WallTime } from '../../../src/plan/time/wall-clock.ts';
import { datesIn } from '../../../src/words/dates-and-times.ts';
import { english } from '../../../src/words/en/english.ts';
import { firstWords } from '../../../src/words/first/first-in-use.ts';
import { useWords } from '../../../src/words/in-use.ts';

const day = '2026-11-30' as CalendarDay;
const evening = '2026-11-30T18:05' as WallTime;

/** The space before "PM" may be a narrow one that does not break. */
const plain = (text: string): string => text.replaceAll(/\s/g, ' ');

describe('days and times', () => {
  it.each([
    ['en', 'en-GB', ['Monday 30 November', 'Monday 30 November 2026', '30 Nov', 'November 2026', '18:05'], 1],
    [
      'en',
      'en-US',
      ['Monday, November 30', 'Monday, November 30, 2026', 'Nov 30', 'November 2026', '6:05 PM'],
      7,
    ],
    ['fr', 'fr-FR', ['lundi 30 novembre', 'lundi 30 novembre 2026', '30 nov.', 'novembre 2026', '18:05'], 1],
    [
      'fr',
      'fr-CA',
      ['lundi 30 novembre', 'lundi 30 novembre 2026', '30 nov.', 'novembre 2026', '18 h 05'],
      7,
    ],
  ])('are written in %s as in %s', (language, locale, written, firstWeekday) => {
    const dates = datesIn(language, locale);
    expect(
      [
        dates.day(day),
        dates.wholeDay(day),
        dates.shortDay(day),
        dates.month('2026-11'),
        dates.time(evening),
      ].map(plain),
    ).toEqual(written);
    expect(dates.firstWeekday).toBe(firstWeekday);
  });

  it.each([undefined, 'en', 'de-DE'])(
    'follow no region if the locale is %s, which tells none for English',
    (locale) => {
      const dates = datesIn('en', locale);
      expect([dates.day(day), dates.time(evening), dates.firstWeekday]).toEqual([
        'Monday 30 November',
        '18:05',
        1,
      ]);
    },
  );

  it('a week that begins on Sunday ends on Saturday', () => {
    expect(datesIn('en', 'en-US').week([1, 2, 3, 4, 5, 6, 7])).toEqual([7, 1, 2, 3, 4, 5, 6]);
    expect(datesIn('en', 'en-GB').week([1, 2, 3, 4, 5, 6, 7])).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('the first screen', () => {
  afterEach(() => useWords(english({ pressureUnit: 'mmHg' })));

  it.each([
    [
      ['de-DE', 'de', 'en-US', 'en'],
      ['Monday 30 November', '18:05', 1],
    ],
    [
      ['pt-BR', 'en-US'],
      ['Monday 30 November', '18:05', 7],
    ],
    [
      ['en-US', 'de-DE'],
      ['Monday, November 30', '6:05 PM', 7],
    ],
    [
      ['C', 'en-US'],
      ['Monday, November 30', '6:05 PM', 7],
    ],
  ] as const)(
    'writes dates in English as in the region of a device that wants %j',
    async (wanted, written) => {
      const page = { documentElement: { lang: 'en' } } as Document;
      await useFirstWords('en', wanted, page);
      const { dates } = firstWords.numbers;
      expect([dates.day(day), plain(dates.time(evening)), dates.firstWeekday]).toEqual(written);
    },
  );
});
