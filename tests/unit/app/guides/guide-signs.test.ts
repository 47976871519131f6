/**
 * Warning signs that the user reports in a guide go into the journal. Before the journal has loaded, they go to the plan, or are kept until
 * the page closes if there is no plan.
 */

import { describe, expect, it } from 'vitest';
import { GuideSigns } from '../../../../src/app/guides/guide-signs.ts';
import { PlanOfPage } from '../../../../src/app/plan/plan-of-page.ts';
import { guideIds } from '../../../../src/guide/guide.ts';
import type {
  DeviceId,
  Entry,
  EntryContent,
  EntryId,
  NotedSign,
  PersonId,
} from '../../../../src/journal/entry.ts';
import { type Moment, momentOf, readZone, type TimeZone } from '../../../../src/plan/time/wall-clock.ts';
import { lockOn } from '../../../../src/ui/guides/guide-locks.ts';
import { at, requestFor } from '../../plan/request-for.ts';

const zone = readZone('Europe/Berlin') as TimeZone;
const evening = momentOf(at('2026-11-29T19:00'), zone);

function planOf(request: ReturnType<typeof requestFor> | null) {
  const today = (): Moment => evening;
  const kept = { request, person: requestFor('marathon').person };
  const keeper = { read: async () => kept, keep: async () => 'kept' as const };
  const plan = new PlanOfPage(
    {
      keep: keeper.keep,
      zone,
      today,
      hasGuides: () => true,
      reportsBefore: () => [],
      answers: () => [],
      reminders: () => 'off',
      stopBoots: () => {},
    },
    kept,
  );
  return { plan, signs: new GuideSigns(plan, today) };
}
const closed = (signs: GuideSigns): readonly string[] =>
  guideIds.filter((id) => lockOn(signs.locks, id) !== null);

const entryOf = (sign: NotedSign): Entry => ({
  id: '1' as EntryId,
  person: 'p' as PersonId,
  device: 'd' as DeviceId,
  order: 1,
  at: evening,
  zone,
  kind: 'sign',
  sign,
  of: null,
});

const answered = (yes: readonly string[]): Entry => {
  const { id, person, device, order } = entryOf('marks');
  return { id, person, device, order, at: evening, zone, kind: 'screening', yes, clinician: false };
};

const GUIDES_THAT_PRESS = [
  'easy-run',
  'mobility',
  'stretches',
  'roller-flush',
  'by-hand',
  'spots',
  'vibration-plate',
  'cramp',
];

describe('a sign reported in a guide', () => {
  it('of a clot locks the guides that press, shake or train the leg, and leaves walking and breathing open', () => {
    const { signs } = planOf(null);
    expect(closed(signs)).toEqual([]);
    signs.report('one-calf');
    expect(closed(signs)).toEqual(GUIDES_THAT_PRESS);
  });

  it('of an emergency locks every guide, whatever else was reported', () => {
    const { signs } = planOf(null);
    signs.report('one-calf');
    signs.report('emergency');
    expect(closed(signs)).toEqual(guideIds);
    expect(lockOn(signs.locks, 'cramp')?.sign).toBe('emergency');
  });

  it('is listed by gravity, whether the page, the plan or the journal has it', () => {
    const { plan, signs } = planOf(null);
    signs.report('one-calf');
    plan.import(requestFor('marathon'));
    plan.report({ kind: 'severe-pain' });
    expect(signs.locks.map(({ sign }) => sign)).toEqual(['urgent', 'clot']);
    signs.journal = { own: [entryOf('emergency')], note: () => {} };
    expect(signs.locks.map(({ sign }) => sign)).toEqual(['emergency', 'urgent', 'clot']);
    signs.journal = { own: [entryOf('tingling')], note: () => {} };
    expect(signs.locks.map(({ sign }) => sign)).toEqual(['urgent', 'clot', 'tingling']);
  });

  it('goes only into the journal once that has loaded, and locks guides from there without being planned', () => {
    const { signs } = planOf(null);
    const noted: EntryContent[] = [];
    const own: Entry[] = [];
    signs.journal = { own, note: (entry) => noted.push(entry) };
    signs.report('severe-pain');
    expect(noted).toEqual([{ kind: 'sign', sign: 'severe-pain', of: null }]);
    expect(closed(signs)).toEqual([]);
    own.push(entryOf('one-calf'));
    expect(closed(signs)).toEqual(GUIDES_THAT_PRESS);
    const [lock] = signs.locks;
    expect(lock && signs.isPlanned(lock)).toBe(false);
  });

  it('goes to the plan if there is one, and the plan keeps it', () => {
    const { plan, signs } = planOf(requestFor('marathon'));
    signs.report('dark-urine');
    expect(plan.request?.reports).toMatchObject([{ kind: 'dark-urine', at: '2026-11-29T19:00' }]);
    expect(closed(signs)).toEqual(guideIds);
    plan.report({ kind: 'cleared', sign: 'urgent' });
    expect(closed(signs)).toEqual([]);
  });
});

describe('a guide', () => {
  const isClosed = (signs: GuideSigns): readonly string[] => guideIds.filter((id) => signs.isClosed(id));

  it('is closed by the last answers to the health questions as well as by signs', () => {
    const { signs } = planOf(null);
    const own: Entry[] = [];
    signs.journal = { own, note: () => {} };
    expect(isClosed(signs)).toEqual([]);
    own.push(answered(['heart-failure']));
    expect(isClosed(signs)).toEqual(['vibration-plate']);
    own.push(entryOf('one-calf'));
    expect(isClosed(signs)).toEqual(GUIDES_THAT_PRESS);
  });
});
