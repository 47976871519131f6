import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../firmware-protocol/limits.ts';
import { milliseconds, mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { encodeBatch } from '../../../firmware-protocol/timeline.ts';
import { firstTime } from '../../../src/program/presets/first-time.ts';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import { programs } from '../../../src/program/presets.ts';
import type { Settings } from '../../../src/program/program.ts';
import { checkTimeline } from '../../../src/safety/envelope.ts';
import { defaultFillModel } from '../../../src/safety/fill-model.ts';
import { composeCycle, composeSession, lowered } from '../../../src/timeline/compose.ts';
import { anyBoots, bootsOf } from '../program/boots.ts';

const anySettings: fc.Arbitrary<Settings> = fc.record({
  program: fc.constantFrom(...programs),
  intensity: fc.integer({ min: 30, max: 160 }).map((half) => mmhg(half / 2)),
  minutes: fc.integer({ min: 1, max: 60 }),
});
const atFill = fc.double({ min: 0.4, max: 3, noNaN: true });

describe('a composed session', () => {
  it('passes the check of what may be sent, on any boots', () => {
    fc.assert(
      fc.property(anySettings, anyBoots, (settings, boots) => {
        const fills = defaultFillModel(boots);
        const { keyframes } = composeSession(settings, boots, fills);
        expect(checkTimeline(keyframes, boots, fills, mmhg(80))).toEqual([]);
      }),
      { numRuns: 120 },
    );
  }, 60_000);

  it('passes it too when fills are learned to be as slow as half the pump', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...programs),
        fc.integer({ min: 30, max: 80 }),
        fc.double({ min: 0.4, max: 2, noNaN: true }),
        fc.integer({ min: 3, max: 8 }),
        (program, intensity, slowness, zones) => {
          const boots = bootsOf(zones, ['left', 'right'], 8);
          const fills = { ...defaultFillModel(boots), slowness };
          const { keyframes } = composeSession(
            { program, intensity: mmhg(intensity), minutes: 5 },
            boots,
            fills,
          );
          expect(checkTimeline(keyframes, boots, fills, mmhg(80))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);

  it('ends vented, begins every cycle with its mark, names every zone and never goes back in time', () => {
    fc.assert(
      fc.property(anySettings, anyBoots, atFill, (settings, boots, slowness) => {
        const fills = { ...defaultFillModel(boots), slowness };
        const session = composeSession(settings, boots, fills);
        const { keyframes, cycleStarts } = session;
        const last = keyframes.at(-1);
        expect(last?.end).toBe(true);
        expect(last?.at).toBe(session.length);
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

  it('lasts what was promised, to within a cycle, and no longer than a session may', () => {
    fc.assert(
      fc.property(anySettings, anyBoots, atFill, (settings, boots, slowness) => {
        const fills = { ...defaultFillModel(boots), slowness };
        const { expectedWall, firstMould, cycles } = composeSession(settings, boots, fills);
        const longest = Math.max(...cycles.map(({ length, expectedWaits }) => length / 1000 + expectedWaits));
        const apart = Math.abs(expectedWall - firstMould - settings.minutes * 60);
        const capped = expectedWall + longest > boots.longestSession * 0.99;
        expect(expectedWall).toBeLessThanOrEqual(limits.session.byDefault);
        if (cycles.length > 1 && !capped) expect(apart).toBeLessThanOrEqual(longest / 2 + 1);
      }),
    );
  });

  it('is the same each time', () => {
    fc.assert(
      fc.property(anySettings, anyBoots, (settings, boots) => {
        const again = (): string =>
          JSON.stringify(composeSession(settings, { ...boots }, defaultFillModel(boots)));
        expect(again()).toBe(again());
      }),
      { numRuns: 30 },
    );
  });

  it('says on the wire exactly what was composed', () => {
    fc.assert(
      fc.property(anySettings, anyBoots, (settings, boots) => {
        const { keyframes } = composeSession({ ...settings, minutes: 2 }, boots, defaultFillModel(boots));
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
      { numRuns: 50 },
    );
  });
});

describe('a cycle', () => {
  const boots = bootsOf(5);
  const fills = defaultFillModel(boots);

  it('grows over three cycles the first time', () => {
    const settings = { program: firstTime, intensity: mmhg(28), minutes: 10 };
    const peak = (index: number): number =>
      Math.max(...composeCycle(settings, boots, fills, { index }).peaks);
    expect([0, 1, 2, 3].map(peak)).toEqual([17, 22.5, 28, 28]);
  });

  it('waits longest for the first mould, whose slack must be filled', () => {
    const settings = { program: postMarathon, intensity: mmhg(55), minutes: 30 };
    const first = composeCycle(settings, boots, fills, { index: 0 });
    const second = composeCycle(settings, boots, fills, { index: 1 });
    expect(first.mouldWait).toBeGreaterThan(3 * second.mouldWait);
    expect(first.keyframes[0]?.gate).toBeGreaterThan(2 * first.mouldWait);
  });

  it('after a pause lets go fully first, and begins gently', () => {
    const settings = { program: postMarathon, intensity: mmhg(80), minutes: 30 };
    const cycle = composeCycle(settings, boots, fills, { index: 4, afterPause: true });
    const [first, second] = cycle.keyframes;
    expect(first?.cycle).toBe(true);
    expect(first?.targets).toEqual(new Array(10).fill('vent'));
    expect(first?.gate).toBeGreaterThan(0);
    expect(second?.cycle).toBe(false);
    expect(second?.at).toBeGreaterThanOrEqual(11_000);
    expect(Math.max(...cycle.peaks)).toBe(56);
    expect(checkTimeline(cycle.keyframes, boots, fills, mmhg(80), { open: true })).toEqual([]);
  });
});

describe('lowered', () => {
  it('scales what squeezes, leaves rest, mould and times', () => {
    const targets = [mmhg(55), mmhg(32), mmhg(18), mmhg(4), 'vent', 'seal'] as const;
    const keyframe = {
      at: milliseconds(1000),
      targets,
      ramp: postMarathon.pattern.ramp,
      gate: seconds(10),
      cycle: false,
      end: false,
    };
    const [less] = lowered([keyframe], 0.5, mmhg(18));
    expect(less).toEqual({ ...keyframe, targets: [27.5, 18, 18, 4, 'vent', 'seal'] });
  });

  it('never raises a target, never changes a time, never lowers below the mould', () => {
    fc.assert(
      fc.property(
        anySettings,
        anyBoots,
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        (settings, boots, ratio) => {
          const cycle = composeCycle(settings, boots, defaultFillModel(boots), { index: 1 });
          const less = lowered(cycle.keyframes, ratio, cycle.mould);
          less.forEach((keyframe, index) => {
            const was = cycle.keyframes[index];
            expect({ ...keyframe, targets: [] }).toEqual({ ...was, targets: [] });
            keyframe.targets.forEach((target, zone) => {
              const before = was?.targets[zone];
              if (typeof target !== 'number' || typeof before !== 'number') return;
              expect(target).toBeLessThanOrEqual(before);
              if (before >= cycle.mould) expect(target).toBeGreaterThanOrEqual(cycle.mould);
              else expect(target).toBe(before);
            });
          });
        },
      ),
    );
  });
});
