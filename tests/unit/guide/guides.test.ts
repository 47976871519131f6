/** How long each guide is, how often each exercise is done, and the rules that guides keep. */

import { describe, expect, it } from 'vitest';
import { seconds } from '../../../firmware-protocol/quantities.ts';
import { type Guide, guideIds, guideLength, type Phase, phaseLength } from '../../../src/guide/guide.ts';
import { byHand } from '../../../src/guide/guides/by-hand.ts';
import { cramp, crampable } from '../../../src/guide/guides/cramp.ts';
import { mobility } from '../../../src/guide/guides/mobility.ts';
import { afterFlight, rollerFlush } from '../../../src/guide/guides/roller-flush.ts';
import { spots } from '../../../src/guide/guides/spots.ts';
import { vibrationPlate } from '../../../src/guide/guides/vibration-plate.ts';
import { easyRun, walk } from '../../../src/guide/guides/walk.ts';
import { windDown } from '../../../src/guide/guides/wind-down.ts';
import { guides } from '../../../src/guide/guides.ts';

const everyGuide: readonly Guide[] = [
  ...guideIds.map((id) => guides[id]),
  rollerFlush(afterFlight),
  ...crampable.map(cramp),
  walk(1),
  walk(10),
  easyRun(40),
  windDown({ minutes: 3, breathsAMinute: 6 }),
  mobility({ minutes: 5, muscles: ['ankles', 'calves', 'hips'] }),
];

const workPhases = ({ phases }: Guide): readonly Phase[] => phases.filter(({ kind }) => kind === 'work');
const inWords = ({ muscle, side, passes, pace }: Phase): string =>
  [side, muscle, `${passes} × ${pace} s`].filter((part) => part !== null).join(' ');
const lengthOf = (guide: Guide): string => {
  const length = Math.round(guideLength(guide));
  return `${Math.floor(length / 60)}:${String(length % 60).padStart(2, '0')}`;
};

describe('each guide', () => {
  it('has its length', () => {
    expect(Object.fromEntries(guideIds.map((id) => [id, lengthOf(guides[id])]))).toEqual({
      walk: '15:00',
      'easy-run': '20:00',
      mobility: '4:48',
      stretches: '5:20',
      'roller-flush': '2:35',
      'by-hand': '4:42',
      spots: '5:05',
      'vibration-plate': '10:20',
      cramp: '3:00',
      'wind-down': '10:00',
    });
  });

  it('has its prompts inside their phase, in order, at least 5 s apart', () => {
    for (const { id, phases } of everyGuide)
      for (const phase of phases)
        for (const [n, { at }] of phase.prompts.entries()) {
          const before = phase.prompts[n - 1]?.at ?? 0;
          expect(`${id}: ${at - before >= 5 && at < phaseLength(phase)}`).toBe(`${id}: true`);
        }
  });

  it('turns within a pass, and its “get ready” phases name the muscle that follows', () => {
    for (const { phases } of everyGuide)
      for (const [n, { kind, turn, muscle, side }] of phases.entries()) {
        if (turn !== null) expect(turn > 0 && turn < 1).toBe(true);
        if (kind === 'ready' && muscle !== null)
          expect(phases[n + 1]).toMatchObject({ kind: 'work', muscle, side });
      }
  });

  it('does the same for both legs', () => {
    const of = (guide: Guide, side: string): readonly unknown[] =>
      workPhases(guide)
        .filter((phase) => phase.side === side)
        .map(({ cue, muscle, passes, pace }) => [cue, muscle, passes, pace]);
    for (const guide of everyGuide) expect(of(guide, 'left')).toEqual(of(guide, 'right'));
  });

  it('that presses, strokes or shakes a leg names a clot as a reason against it', () => {
    for (const guide of everyGuide) {
      const handles = guide.phases.some(({ muscle }) => muscle !== null) || guide.id === 'vibration-plate';
      if (handles) expect(guide.against).toContain('clot');
    }
  });
});

describe('the roller flush', () => {
  it('makes ten quick passes on each muscle of both legs, from the quadriceps down', () => {
    expect(workPhases(guides['roller-flush']).map(inWords)).toEqual([
      'left quadriceps 10 × 1.5 s',
      'right quadriceps 10 × 1.5 s',
      'left hamstrings 10 × 1.5 s',
      'right hamstrings 10 × 1.5 s',
      'left calves 10 × 1.5 s',
      'right calves 10 × 1.5 s',
    ]);
    expect(workPhases(guides['roller-flush']).every(({ direction }) => direction === 'toward-heart')).toBe(
      true,
    );
  });

  it('begins at feet and calves after a flight', () => {
    const muscles = workPhases(rollerFlush(afterFlight)).map(({ muscle }) => muscle);
    expect([...new Set(muscles)]).toEqual(['feet', 'calves', 'hamstrings', 'quadriceps']);
  });
});

describe('the vibration plate', () => {
  it('is on for 60 s and off for 60 s, 10 min in all', () => {
    const onAndOff = guides['vibration-plate'].phases.slice(1);
    expect(onAndOff.map(({ cue, pace }) => `${cue} ${pace}`)).toEqual(
      Array.from({ length: 5 }, () => ['plate-on 60', 'plate-rest 60']).flat(),
    );
  });

  it('is for 24 to 72 hours after the event, at 30 Hz and 2 mm, and names who must not use it', () => {
    const { window, setting, against } = guides['vibration-plate'];
    expect([window, setting]).toEqual([
      { from: 24, to: 72 },
      { hertz: 30, millimetres: 2 },
    ]);
    expect([...against].sort()).toEqual([
      'clot',
      'disc-or-retina',
      'epilepsy',
      'implant',
      'inflammation',
      'pregnancy',
      'recent-injury',
      'stones',
    ]);
  });

  it('can have other times', () => {
    const guide = vibrationPlate({ minutes: 6, on: seconds(30), rest: seconds(90) });
    expect(guide.phases.slice(1).map(({ pace }) => pace)).toEqual([30, 90, 30, 90, 30, 90]);
  });
});

describe('single knots', () => {
  it('get a minute each at most, and not in the first two days', () => {
    expect(workPhases(guides.spots).map(inWords)).toEqual([
      'left calves 1 × 60 s',
      'right calves 1 × 60 s',
      'left glutes 1 × 60 s',
      'right glutes 1 × 60 s',
    ]);
    expect(guides.spots.window).toEqual({ from: 48, to: null });
  });

  it('that are shorter have no prompts', () => {
    const [first] = workPhases(spots({ muscles: ['calves'], secondsASpot: seconds(20) }));
    expect(first).toMatchObject({ pace: 20, prompts: [] });
  });
});

describe('a guide of a given length', () => {
  const fits = (guide: Guide, minutes: number): void => {
    expect(guideLength(guide)).toBeLessThanOrEqual(minutes * 60);
    expect(guideLength(guide)).toBeGreaterThan(minutes * 60 * 0.85);
  };

  it.each([3, 4, 5, 10])('by hand fits into %i min', (minutes) => {
    fits(byHand({ minutes, muscles: ['feet', 'calves', 'hamstrings', 'quadriceps'] }), minutes);
  });

  it.each([3, 5, 8])('of movements fits into %i min, in rounds of twelve passes at most', (minutes) => {
    const guide = mobility({ minutes, muscles: ['ankles', 'calves', 'hips'] });
    fits(guide, minutes);
    expect(Math.max(...workPhases(guide).map(({ passes }) => passes))).toBeLessThanOrEqual(12);
  });

  it.each([3, 10, 20])('of breathing fits into %i min, six breaths a minute', (minutes) => {
    const guide = windDown({ minutes, breathsAMinute: 6 });
    fits(guide, minutes);
    expect(workPhases(guide)[0]?.pace).toBe(10);
  });

  it.each([1, 10, 15, 20])('of walking lasts %i min', (minutes) => {
    expect(guideLength(walk(minutes))).toBe(minutes * 60);
  });

  it.each([20, 30, 40])('of running lasts %i min, with walks before and after', (minutes) => {
    expect(guideLength(easyRun(minutes))).toBe(minutes * 60);
    expect(easyRun(minutes).phases.map(({ cue }) => cue)).toEqual(['walk', 'run', 'walk']);
  });
});

describe('a cramp', () => {
  it('is stretched at once, then stroked, then kept warm', () => {
    expect(guides.cramp.phases.map(({ cue, kind }) => [cue, kind])).toEqual([
      ['cramp-stretch', 'work'],
      ['cramp-rub', 'work'],
      ['cramp-warm', 'work'],
    ]);
    expect(guides.cramp.askFirst).toBe('one-calf');
  });
});
