import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../../../firmware-protocol/quantities.ts';
import { signs } from '../../../../../src/plan/change/locks.ts';
import { stepOfPlan } from '../../../../../src/plan/plan-id.ts';
import { contraindications, signsOfToday, toAskAbout } from '../../../../../src/plan/screening/questions.ts';
import type { WallTime } from '../../../../../src/plan/time/wall-clock.ts';
import { english } from '../../../../../src/words/en/english.ts';
import { journalEnglish } from '../../../../../src/words/en/journal/english.ts';
import { french } from '../../../../../src/words/fr/french.ts';
import { journalFrench } from '../../../../../src/words/fr/journal/french.ts';
import { anyEntry } from '../../../journal/any-entry.ts';
import { entry, race, session } from '../../../journal/entries.ts';

const wordsIn = (pressureUnit: 'mmHg' | 'kPa') =>
  journalEnglish(english({ pressureUnit, locale: 'en' }).numbers);
const words = wordsIn('mmHg');
const { gate, after, page } = words;

/** The texts in a value, at any depth, except those that functions return. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

const said: readonly string[] = [
  ...textsIn(words),
  ...textsIn(gate.blocked(contraindications)),
  ...textsIn(gate.askFirst(toAskAbout)),
  ...signs.flatMap((sign) =>
    textsIn(gate.lock({ sign, since: '2026-11-29T10:00' as WallTime, opens: null })),
  ),
  words.against({ kind: 'tooSoon', minutes: 45, least: 120, advised: 240 }),
  words.against({ kind: 'tooSoonAfterEvent', minutes: 45, least: 120 }),
  words.against({ kind: 'tooMany', sessions: 3, most: 2 }),
  words.against({ kind: 'marks', most: 35 }),
  words.against({ kind: 'marks', most: null }),
  after.marksNext(mmhg(20)),
  words.against({ kind: 'dose', dose: 1600, most: 1500, refused: false }),
  words.against({ kind: 'dose', dose: 2100, most: 1500, refused: true }),
];

describe('the words of the journal', () => {
  it('are all there', () => {
    expect(said.length).toBeGreaterThan(150);
    for (const sentence of said) {
      expect(sentence.trim()).not.toBe('');
      expect(sentence).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it('claim nothing that has no evidence', () => {
    const claims =
      /\btreat(s|ed|ing|ment)?\b|\bheal|\bdrain|detox|toxin|lactic|lymph|\bDVT\b|\bcure|faster|speeds? up|\d+ ?%|prevents? (?:a )?clot|boosts?/i;
    expect(said.filter((sentence) => claims.test(sentence))).toEqual([]);
  });

  it('name every question of the screening, and every sign', () => {
    expect(Object.keys(gate.screening.contraindications).sort()).toEqual([...contraindications].sort());
    expect(Object.keys(gate.screening.toAskAbout).sort()).toEqual([...toAskAbout].sort());
    expect(Object.keys(gate.screening.signs).sort()).toEqual([...signsOfToday].sort());
    expect(after.signs.tingling).toMatch(/numb/i);
  });

  it('describe any entry in the current unit of pressure', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        for (const unit of ['mmHg', 'kPa'] as const) {
          const { entry: named, entryMore } = wordsIn(unit).page;
          for (const text of [named(entry), ...entryMore(entry)]) {
            expect(text).not.toMatch(/undefined|NaN|\[object/);
            expect(text).not.toContain(unit === 'mmHg' ? 'kPa' : 'mmHg');
          }
        }
      }),
    );
  });

  it('tell a session that no page saw end from one that a page followed', () => {
    const lost = session('2026-11-29T10:00', { source: { kind: 'lost' }, ended: null });
    expect(page.entryMore(lost).join(' ')).toContain('did not see its end');
    expect(page.entryMore(session('2026-11-29T10:00')).join(' ')).not.toContain('did not see');
  });

  it('name the step of the plan to which a session or a guide belongs', () => {
    const step = stepOfPlan(race, { id: 'day0-boots', day: 0 });
    const guide = entry<'guide'>('2026-11-29T18:00', {
      kind: 'guide',
      guide: 'walk',
      minutes: 10,
      finished: true,
      step,
    });
    for (const one of [session('2026-11-29T17:00', { step }), guide])
      expect(page.entryMore(one)).toContain('A step of the plan: Marathon, day 0');
    expect(page.entryMore(session('2026-11-29T17:00')).join()).not.toContain('plan');
  });

  it('say that Find lists only the newest of what it found', () => {
    expect(page.finding.found(3, 3)).toBe('3 found');
    expect(page.finding.found(1825, 200)).toMatch(/^1,?825 found\. .*newest 200;/);
    const inFrench = journalFrench(french({ pressureUnit: 'mmHg', locale: 'fr' }).numbers).page.finding;
    expect(inFrench.found(1825, 200)).toMatch(/^1.?825 trouvés\. .*200 plus récents/);
  });

  it('write spans of time in hours and minutes, not like a clock', () => {
    const span = (minutes: number) => words.against({ kind: 'tooSoon', minutes, least: 120, advised: 240 });
    expect(span(45)).toContain('45 min ago');
    expect(span(119)).toContain('1 h 59 min ago');
    expect(span(0)).toContain('only just ended');
  });
});
