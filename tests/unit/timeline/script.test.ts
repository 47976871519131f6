import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../firmware-protocol/limits.ts';
import { litresPerMinute, milliseconds, mmhg } from '../../../firmware-protocol/quantities.ts';
import { encodeBatch } from '../../../firmware-protocol/timeline.ts';
import { defaultFillModel, type FillModel } from '../../../src/air/fill-model.ts';
import type { BootsShape } from '../../../src/program/boots-shape.ts';
import { muscleFlush } from '../../../src/program/presets/muscle-flush.ts';
import { programs } from '../../../src/program/presets.ts';
import { allAsProgrammed, type Settings, startingSettings } from '../../../src/program/program.ts';
import { checkTimeline } from '../../../src/safety/envelope.ts';
import { wallTimeOf } from '../../../src/timeline/cycle/compose.ts';
import { fromStart, script } from '../../../src/timeline/script.ts';
import { runs } from '../../seed.ts';
import { inWords } from '../in-words.ts';
import { anyBoots, bootsOf } from '../program/boots.ts';
import { mostOn } from './any-settings.ts';
import { halfACycle } from './half-a-cycle.ts';

const wholeSession = (settings: Settings, boots: BootsShape, fills: FillModel) =>
  script({ settings, boots, fills }, fromStart(settings, boots));

const anySettings: fc.Arbitrary<Settings> = fc.record({
  program: fc.constantFrom(...programs),
  zones: fc.constant(allAsProgrammed),
  confirmed: fc.constant(false),
  intensity: fc.integer({ min: 30, max: 160 }).map((half) => mmhg(half / 2)),
  minutes: fc.integer({ min: 1, max: 60 }),
});
const inReach = (settings: Settings, boots: BootsShape): Settings => ({
  ...settings,
  intensity: mmhg(Math.min(mostOn(settings.program, boots), settings.intensity)),
});
const atFill = fc.double({ min: 0.4, max: 3, noNaN: true });

describe('a whole session', () => {
  it('passes the check before sending, on any boots that are not weak', () => {
    fc.assert(
      fc.property(anySettings, anyBoots, (asked, any) => {
        const boots = { ...any, pumpFlow: litresPerMinute(Math.max(8, any.pumpFlow)) };
        const settings = inReach(asked, boots);
        const fills = defaultFillModel(boots);
        const { keyframes } = wholeSession(settings, boots, fills);
        expect(checkTimeline(keyframes, boots, fills, mmhg(80))).toEqual([]);
      }),
      { numRuns: runs(50, 500) },
    );
  }, 240_000);

  // The longest wait of a gate is a multiple of 2.5 s. On the slowest air, a gate of 22.5 s is slightly too long.
  it('is refused where a lone thigh on a weak pump would stand above the rest of the leg for too long, and accepted with less pressure', () => {
    const boots = bootsOf(3, ['left', 'right'], 8);
    const fills = defaultFillModel(boots);
    const at = (intensity: number) => {
      const settings = { ...startingSettings(muscleFlush), intensity: mmhg(intensity), minutes: 9 };
      const { keyframes, cycles } = wholeSession(settings, boots, fills);
      const problems = inWords(checkTimeline(keyframes, boots, fills, mmhg(80)));
      return { problems, hasRoom: cycles.every(({ fits }) => fits) };
    };
    expect(at(72)).toEqual({ problems: [], hasRoom: true });
    expect(at(75).problems).toEqual([]);
    const { problems, hasRoom } = at(76);
    expect(hasRoom).toBe(false);
    expect(problems).toMatchObject([
      { place: 'left thigh', reason: expect.stringContaining('stand higher') },
    ]);
    expect(problems[0]?.suggestion).toMatch(/^Choose less pressure/);
  });

  it('ends vented, marks the beginning of every cycle, has a target for every zone and never goes back in time', () => {
    fc.assert(
      fc.property(anySettings, anyBoots, atFill, (settings, boots, slowness) => {
        const fills = { ...defaultFillModel(boots), slowness };
        const session = wholeSession(settings, boots, fills);
        const { keyframes, cycles } = session;
        const cycleStarts = cycles.map(({ start }) => start);
        const last = keyframes.at(-1);
        expect(last?.end).toBe(true);
        expect(last?.at).toBe(session.end);
        expect(last?.targets.every((target) => target === 'vent')).toBe(true);
        expect(keyframes.filter(({ end }) => end)).toHaveLength(1);
        expect(keyframes.filter(({ cycle }) => cycle).map(({ at }) => at)).toEqual(cycleStarts);
        expect(cycleStarts[0]).toBe(0);
        keyframes.forEach(({ at, targets }, index) => {
          expect(targets).toHaveLength(boots.parts.length * boots.sides.length);
          expect(at).toBeGreaterThanOrEqual(keyframes[index - 1]?.at ?? 0);
        });
      }),
    );
  });

  it('lasts as promised to within half a cycle, and no longer than a session may', () => {
    fc.assert(
      fc.property(anySettings, anyBoots, atFill, (settings, boots, slowness) => {
        const fills = { ...defaultFillModel(boots), slowness };
        const session = wholeSession(settings, boots, fills);
        const { cycles } = session;
        const longest = Math.max(...cycles.map(wallTimeOf));
        const expectedWall = cycles.reduce((sum, cycle) => sum + wallTimeOf(cycle), 0);
        const apart = Math.abs(expectedWall - (cycles[0]?.prefillWait ?? 0) - settings.minutes * 60);
        const capped = expectedWall + longest > boots.longestSession - 36;
        expect(expectedWall).toBeLessThanOrEqual(limits.session.byDefault);
        const near = halfACycle(session, settings, boots, fills) + 1;
        if (cycles.length > 1 && !capped) expect(apart).toBeLessThanOrEqual(near);
      }),
    );
  });

  it('is the same each time', () => {
    fc.assert(
      fc.property(anySettings, anyBoots, (settings, boots) => {
        const again = (): string =>
          JSON.stringify(wholeSession(settings, { ...boots }, defaultFillModel(boots)));
        expect(again()).toBe(again());
      }),
      { numRuns: runs(15, 150) },
    );
  });

  it('has only values that the wire can carry exactly', () => {
    fc.assert(
      fc.property(anySettings, anyBoots, (settings, boots) => {
        const { keyframes } = wholeSession({ ...settings, minutes: 2 }, boots, defaultFillModel(boots));
        for (const { at, ramp, gate, targets } of keyframes) {
          expect(at % 10).toBe(0);
          expect((ramp * 4) % 1).toBe(0);
          expect((gate * 2) % 5).toBe(0);
          for (const target of targets) if (typeof target === 'number') expect((target * 2) % 1).toBe(0);
        }
        const hub = boots.sides.length === 2;
        const some = keyframes.slice(0, 50);
        const batch = { number: 1, token: 1, replace: false, base: milliseconds(0), keyframes: some };
        expect(() => encodeBatch(batch, hub)).not.toThrow();
      }),
      { numRuns: runs(25, 250) },
    );
  });
});
