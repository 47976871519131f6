import { describe, expect, it } from 'vitest';
import { milliseconds, mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { defaultFillModel } from '../../../src/air/fill-model.ts';
import { firstTime } from '../../../src/program/presets/first-time.ts';
import { muscleFlush } from '../../../src/program/presets/muscle-flush.ts';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import { type Pattern, type Program, startingSettings } from '../../../src/program/program.ts';
import { checkTimeline } from '../../../src/safety/envelope.ts';
import { type Cycle, composeCycle } from '../../../src/timeline/cycle/compose.ts';
import { turnOf } from '../../../src/timeline/turns.ts';
import { bootsOf } from '../program/boots.ts';

const withPattern = (program: Program, change: Partial<Pattern>, intensity: number = program.peak) => ({
  ...startingSettings({ ...program, pattern: { ...program.pattern, ...change } }),
  intensity: mmhg(intensity),
});
const boots = bootsOf(5);
const turns = (settings: ReturnType<typeof startingSettings>, count: number, on = boots) =>
  Array.from({ length: count }, (_, index) => {
    const { sides, section } = turnOf(settings, on, index);
    return `${sides.join('+')}${section === null ? '' : ` ${section}`}`;
  });
const zonesOn = (settings: ReturnType<typeof startingSettings>, index: number) =>
  composeCycle(settings, boots, defaultFillModel(boots), { index }).peaks.map((peak) => peak > 4);

const thirds: Pattern['sections'] = [
  { parts: ['foot', 'ankle'], sweeps: 2 },
  { parts: ['calf', 'knee', 'lower thigh', 'upper thigh'], sweeps: 1 },
];

describe('turns', () => {
  it('are all the same where nothing takes turns', () => {
    expect(turns(startingSettings(postMarathon), 3)).toEqual(['left+right', 'left+right', 'left+right']);
    expect(turns(withPattern(postMarathon, { legs: 'right' }), 2)).toEqual(['right', 'right']);
  });

  it('alternate the legs, left first; a single boot takes every turn', () => {
    const settings = withPattern(postMarathon, { legs: 'alternate' });
    expect(turns(settings, 4)).toEqual(['left', 'right', 'left', 'right']);
    expect(turns(settings, 2, bootsOf(5, ['right']))).toEqual(['right', 'right']);
  });

  it('sweep each section for its sweeps, then start over', () => {
    const settings = withPattern(postMarathon, { sections: thirds });
    const both = 'left+right';
    expect(turns(settings, 5)).toEqual([`${both} 0`, `${both} 0`, `${both} 1`, `${both} 0`, `${both} 0`]);
    expect(turns(startingSettings(muscleFlush), 21).filter((turn) => turn.endsWith('1'))).toHaveLength(10);
  });

  it('change legs every cycle, and sections after the sweeps of both legs', () => {
    const settings = withPattern(postMarathon, { sections: thirds, legs: 'alternate' });
    expect(turns(settings, 7)).toEqual([
      'left 0',
      'right 0',
      'left 0',
      'right 0',
      'left 1',
      'right 1',
      'left 0',
    ]);
  });

  it('leave out a leg that is switched off', () => {
    const off = { on: false, trim: mmhg(0), boost: { pressure: mmhg(0), hold: seconds(0) } };
    const settings = withPattern(postMarathon, { legs: 'alternate' });
    const left = { ...settings, zones: { left: new Array(5).fill(off), right: [] } };
    expect(turns(left, 2)).toEqual(['right', 'right']);
  });
});

describe('a cycle of a turn', () => {
  it('keeps the other leg at rest, or vented if it takes no part', () => {
    const of = (legs: Pattern['legs']) =>
      composeCycle(withPattern(postMarathon, { legs }), boots, defaultFillModel(boots), { index: 0 });
    for (const { targets } of of('alternate').keyframes) {
      expect(targets.slice(5)).toEqual([4, 4, 4, 4, 4]);
    }
    for (const { targets } of of('left').keyframes) {
      expect(targets.slice(5)).toEqual(new Array(5).fill('vent'));
    }
  });

  it('squeezes its section only', () => {
    const settings = startingSettings(muscleFlush);
    const lower = [true, true, true, false, false];
    expect(zonesOn(settings, 0)).toEqual([...lower, ...lower]);
    const upper = lower.map((on) => !on);
    expect(zonesOn(settings, 10)).toEqual([...upper, ...upper]);
  });

  it('counts the other leg’s turn as rest', () => {
    const lasts = (legs: Pattern['legs']) => {
      const settings = withPattern(postMarathon, { legs, rest: seconds(20) });
      const { keyframes, length } = composeCycle(settings, boots, defaultFillModel(boots), { index: 2 });
      return (length - (keyframes.at(-1)?.at ?? 0)) / 1000;
    };
    expect(lasts('left')).toBeGreaterThanOrEqual(20);
    expect(lasts('alternate')).toBeLessThan(2);
  });

  it('has the same gates as a leg that plays alone and rests for as long as the other leg’s turn takes', () => {
    for (const zones of [3, 5]) {
      const worn = bootsOf(zones);
      const of = (legs: Pattern['legs'], rest: number) =>
        composeCycle(
          withPattern(firstTime, { legs, rest: seconds(rest) }, 50),
          worn,
          defaultFillModel(worn),
          { index: 2 },
        );
      const turn = of('alternate', 3);
      const other = turn.length / 1000 + turn.expectedWaits;
      const rest = (turn.length - (turn.keyframes.at(-1)?.at ?? 0)) / 1000;
      const gates = ({ keyframes }: Cycle) => keyframes.map(({ gate }) => gate);
      expect(gates(turn)).toEqual(gates(of('left', rest + other)));
      // Without the time of the other leg's turn, with only the pattern's own rest, the gates would be different.
      expect(gates(turn)).not.toEqual(gates(of('left', rest)));
    }
  });

  it('passes the timeline check by itself', () => {
    const settings = withPattern(postMarathon, { legs: 'alternate' });
    const fills = defaultFillModel(boots);
    const { keyframes } = composeCycle(settings, boots, fills, { index: 1 });
    const later = keyframes.map((keyframe) => ({ ...keyframe, at: milliseconds(keyframe.at + 100_000) }));
    expect(checkTimeline(later, boots, fills, mmhg(80), { open: true })).toEqual([]);
  });
});
