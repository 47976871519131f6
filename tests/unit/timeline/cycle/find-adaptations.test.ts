import { describe, expect, it } from 'vitest';
import { litresPerMinute, mmhg } from '../../../../firmware-protocol/quantities.ts';
import { defaultFillModel } from '../../../../src/air/fill-model.ts';
import { predict } from '../../../../src/air/predict.ts';
import type { BootsShape } from '../../../../src/program/boots-shape.ts';
import { firstTime } from '../../../../src/program/presets/first-time.ts';
import { postMarathon } from '../../../../src/program/presets/post-marathon.ts';
import { travelLegs } from '../../../../src/program/presets/travel-legs.ts';
import { ultra } from '../../../../src/program/presets/ultra.ts';
import { windDown } from '../../../../src/program/presets/wind-down.ts';
import { programs } from '../../../../src/program/presets.ts';
import { type Program, startingSettings } from '../../../../src/program/program.ts';
import { type Cycle, composeCycle } from '../../../../src/timeline/cycle/compose.ts';
import { bootsOf } from '../../program/boots.ts';

const cycleOf = (program: Program, boots: BootsShape, intensity: number = program.peak) =>
  composeCycle({ ...startingSettings(program), intensity: mmhg(intensity) }, boots, defaultFillModel(boots), {
    index: 2,
  });
const adapted = (program: Program, boots: BootsShape, intensity?: number) =>
  cycleOf(program, boots, intensity).adaptations.map(({ kind }) => kind);

const hub = bootsOf(5);
const oneAtATime = { ...hub, holdsTogether: false };
const inPairs = { ...bootsOf(6), sharedValves: true };

describe('adaptations', () => {
  it('are none where the boots can play the program as meant', () => {
    expect(adapted(postMarathon, hub)).toEqual([]);
    expect(adapted(travelLegs, { ...hub, pumps: 'each' })).toEqual([]);
  });

  it('report that one zone is squeezed at a time, and the longer cycle', () => {
    const cycle = cycleOf(travelLegs, oneAtATime);
    expect(cycle.adaptations.slice(0, 2)).toEqual([{ kind: 'oneZoneAtATime' }, { kind: 'mayBeLowered' }]);
    const longer = cycle.adaptations.find(({ kind }) => kind === 'longerCycle');
    expect(longer).toMatchObject({ lasts: cycle.length / 1000 + cycle.expectedWaits });
    for (const { targets } of cycle.keyframes) {
      expect(targets.slice(0, 5).filter((target) => target !== 'vent').length).toBeLessThanOrEqual(1);
    }
    expect(cycle.prefillWait).toBe(0);
  });

  it.each(programs)(
    'of $name say of boots that fill one zone at a time, and of no others, that the pressure may be lowered',
    (program) => {
      expect(adapted(program, oneAtATime)).toContain('mayBeLowered');
      for (const boots of [hub, inPairs]) expect(adapted(program, boots)).not.toContain('mayBeLowered');
    },
  );

  it('name the zones that go in pairs, which get equal targets', () => {
    const cycle = cycleOf(postMarathon, inPairs);
    expect(cycle.adaptations[0]).toEqual({
      kind: 'inPairs',
      pairs: [
        ['foot', 'ankle'],
        ['calf', 'knee'],
        ['lower thigh', 'upper thigh'],
      ],
    });
    for (const { targets } of cycle.keyframes) {
      for (let zone = 0; zone < 12; zone += 2) expect(targets[zone]).toBe(targets[zone + 1]);
    }
    // The foot gets a fifth less than the ankle. Foot and ankle share valves, so both get the lower peak.
    expect(cycle.peaks.slice(0, 2)).toEqual([44, 44]);
  });

  it('report that a single boot is worn', () => {
    expect(cycleOf(postMarathon, bootsOf(5, ['right'])).adaptations[0]).toEqual({
      kind: 'oneLeg',
      side: 'right',
    });
  });

  it('report what gives way to slow air', () => {
    const weak = { ...hub, pumpFlow: litresPerMinute(4) };
    expect(adapted(postMarathon, weak, 80)).toContain('lessPulsing');
    expect(adapted(ultra, weak)).toContain('shorterHold');
    expect(adapted(windDown, bootsOf(3, ['left', 'right'], 4), 60)).toContain('slowerBreath');
  });

  /** Largest number of zones of a leg that are above the prefill at once. */
  const mostTogether = ({ keyframes, prefill }: Cycle): number =>
    Math.max(
      ...keyframes.map(
        ({ targets }) =>
          targets.slice(0, 5).filter((target) => typeof target === 'number' && target > prefill).length,
      ),
    );

  it('report fewer steps held behind the wave where slow air leaves no time for more', () => {
    const full = cycleOf(firstTime, bootsOf(5, ['left', 'right'], 20), 40);
    const weak = cycleOf(firstTime, bootsOf(5, ['left', 'right'], 4), 60);
    expect(full.adaptations).toEqual([]);
    expect(mostTogether(full)).toBe(5);
    expect(weak.adaptations).toEqual([{ kind: 'fewerHeld', steps: 2, meant: 4 }]);
    // One zone at the crest of the wave, and two that are held behind it.
    expect(mostTogether(weak)).toBe(3);
    expect(weak.fits).toBe(true);
  });

  /** How long a cycle rests, s. */
  const restIn = ({ keyframes, length }: Cycle): number => (length - (keyframes.at(-1)?.at ?? 0)) / 1000;

  it('report a longer rest where a leg would be squeezed for too large a share of the time', () => {
    const quick = cycleOf(firstTime, bootsOf(3, ['left', 'right'], 20), 80);
    const slow = cycleOf(firstTime, bootsOf(3, ['left', 'right'], 8), 80);
    expect(quick.adaptations).toEqual([]);
    expect(restIn(quick)).toBe(15);
    expect(slow.adaptations).toEqual([
      { kind: 'longerRest', rest: expect.closeTo(restIn(slow), 1), meant: 15 },
    ]);
    expect(restIn(slow)).toBeGreaterThan(17);
    // With the pattern's own rest of 15 s, zones would be squeezed for a larger share of the cycle than is planned.
    const squeezed = share(slow);
    expect(squeezed(restIn(slow))).toBeLessThan(0.5);
    expect(squeezed(15)).toBeGreaterThan(squeezed(restIn(slow)));
  });

  /** The share of a cycle in which any zone is above 30 mmHg, as a function of the rest, s. */
  const share = ({ keyframes, before }: Cycle): ((rest: number) => number) => {
    const boots = bootsOf(3, ['left', 'right'], 8);
    let above = 0;
    let last = 0;
    const { wall } = predict(keyframes, boots, defaultFillModel(boots), before, (at, pressures) => {
      if (Math.max(...pressures) > 30) above += at - last;
      last = at;
    });
    return (rest) => above / (wall + rest);
  };
});
