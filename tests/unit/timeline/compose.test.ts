import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { milliseconds, mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { firstTime } from '../../../src/program/presets/first-time.ts';
import { postMarathon } from '../../../src/program/presets/post-marathon.ts';
import { programs } from '../../../src/program/presets.ts';
import { allAsProgrammed, asMeant, type Settings } from '../../../src/program/program.ts';
import { checkTimeline } from '../../../src/safety/envelope.ts';
import { defaultFillModel } from '../../../src/safety/fill-model.ts';
import { composeCycle, lowered } from '../../../src/timeline/compose.ts';
import { anyBoots, bootsOf } from '../program/boots.ts';

const anySettings: fc.Arbitrary<Settings> = fc.record({
  program: fc.constantFrom(...programs),
  zones: fc.constant(allAsProgrammed),
  confirmed: fc.constant(false),
  intensity: fc.integer({ min: 30, max: 160 }).map((half) => mmhg(half / 2)),
  minutes: fc.integer({ min: 1, max: 60 }),
});

describe('a cycle', () => {
  const boots = bootsOf(5);
  const fills = defaultFillModel(boots);

  it('grows over three cycles the first time', () => {
    const settings = { ...asMeant(firstTime), intensity: mmhg(28), minutes: 10 };
    const peak = (index: number): number =>
      Math.max(...composeCycle(settings, boots, fills, { index }).peaks);
    expect([0, 1, 2, 3].map(peak)).toEqual([17, 22.5, 28, 28]);
  });

  it('waits longest for the first mould, whose slack must be filled', () => {
    const settings = { ...asMeant(postMarathon), intensity: mmhg(55), minutes: 30 };
    const first = composeCycle(settings, boots, fills, { index: 0 });
    const second = composeCycle(settings, boots, fills, { index: 1 });
    expect(first.mouldWait).toBeGreaterThan(3 * second.mouldWait);
    expect(first.keyframes[0]?.gate).toBeGreaterThan(2 * first.mouldWait);
  });

  it('after a pause lets go fully first, and begins gently', () => {
    const settings = { ...asMeant(postMarathon), intensity: mmhg(80), minutes: 30 };
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
