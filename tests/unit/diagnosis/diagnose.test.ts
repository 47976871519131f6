import { describe, expect, it } from 'vitest';
import { litresPerMinute, mmhg } from '../../../firmware-protocol/quantities.ts';
import { diagnosed, said } from './diagnosed.ts';

describe('after the guided test', () => {
  it('healthy boots have nothing, on any leg', async () => {
    for (const seed of [1, 2]) {
      const found = await diagnosed({ seed });
      expect(said(found), `seed ${seed}`).toEqual([]);
      expect(found.whole, `seed ${seed}`).toEqual([]);
      for (const { figures } of found.zones) {
        expect(figures.rise?.seconds).toBeGreaterThan(1);
        expect(figures.slack).toBeGreaterThan(0.3);
        expect(figures.leak).toBeLessThan(0.004);
        expect(figures.noise).toBeLessThan(0.3);
      }
    }
  });

  it('a leak is named and measured, and a sensor whose zero moved is another thing', async () => {
    const found = await diagnosed({
      faults: [{ kind: 'leak', zone: 1, coefficient: 0.05 }],
      later: { after: 20, faults: [{ kind: 'sensorOffset', zone: 3, offset: mmhg(6) }] },
    });
    expect(said(found)).toEqual(['left calf: leak', 'right foot: zeroOff']);
    const [, calf] = found.zones;
    expect(calf?.figures.leak).toBeGreaterThan(0.025);
    expect(calf?.figures.leak).toBeLessThan(0.1);
    expect(found.zones[3]?.figures.zero).toBeCloseTo(6, -0.5);
  });

  it('a small leak is measured within a third', async () => {
    const found = await diagnosed({ faults: [{ kind: 'leak', zone: 5, coefficient: 0.015 }] });
    expect(said(found)).toEqual(['right thigh: leak']);
    expect(found.zones[5]?.figures.leak).toBeGreaterThan(0.01);
    expect(found.zones[5]?.figures.leak).toBeLessThan(0.02);
  });

  it('a hose kinked in the middle of the test makes its zone slow both ways', async () => {
    const found = await diagnosed({ later: { after: 95, faults: [{ kind: 'kinkedHose', zone: 1 }] } });
    expect(said(found)).toEqual(['left calf: kinked']);
  });

  it.each([
    { name: 'a hose kinked from the start', fault: { kind: 'kinkedHose', zone: 1 }, place: 'left calf' },
    { name: 'a hose that is off', fault: { kind: 'unpluggedZone', zone: 4 }, place: 'right calf' },
    {
      name: 'a fill valve that does not open',
      fault: { kind: 'stuckValve', zone: 2, valve: 'fill', position: 'closed' },
      place: 'left thigh',
    },
  ] as const)('$name leaves its zone without a rise, and the others unknown', async ({ fault, place }) => {
    const found = await diagnosed({ faults: [fault] });
    expect(said(found)).toContain(`${place}: noRise`);
    expect(said(found).filter((words) => !words.endsWith('notKnown'))).toHaveLength(1);
  });

  it('a zone that keeps its air is told from one that only reads wrong, where they can be told apart', async () => {
    const found = await diagnosed({
      later: { after: 90, faults: [{ kind: 'stuckValve', zone: 2, valve: 'vent', position: 'closed' }] },
    });
    expect(said(found)).toEqual(['left thigh: stays']);
  });

  it('a pump that gives half of what the boots state is no fault of a zone', async () => {
    const found = await diagnosed({
      parameters: { pumpFlow: litresPerMinute(6) },
      firmware: { pumpFlow: litresPerMinute(12) },
    });
    expect(said(found)).toEqual([]);
    const [pump, ...rest] = found.whole;
    expect(rest).toEqual([]);
    expect(pump).toMatchObject({ kind: 'pumpWeak' });
    expect(pump?.kind === 'pumpWeak' && pump.times).toBeCloseTo(2, 0);
  });

  it('noisy sensors are named', async () => {
    const found = await diagnosed({ parameters: { sensorNoise: mmhg(0.9) } });
    expect(new Set(found.zones.map(({ cause }) => cause))).toEqual(new Set(['noisy']));
  });

  it('a sensor without readings, and one that repeats itself, are named', async () => {
    const silent = await diagnosed({ later: { after: 90, faults: [{ kind: 'sensorDropout', zone: 2 }] } });
    expect(said(silent)).toEqual(['left thigh: noReading']);
    const frozen = await diagnosed({ later: { after: 90, faults: [{ kind: 'sensorFreeze', zone: 2 }] } });
    expect(said(frozen)).toEqual(['left thigh: frozen']);
  });

  it('a boot without a leg is told from the other leg, and its zones from nothing', async () => {
    const found = await diagnosed({ faults: [{ kind: 'limbAbsent', leg: 1 }] });
    expect(said(found)).toEqual([]);
    expect(found.whole).toMatchObject([{ kind: 'noLeg', side: 'right' }]);
  });
});

describe('what was not measured', () => {
  it('is not known: a test that was stopped early says nothing of any zone', async () => {
    const found = await diagnosed({ lasts: 25 });
    expect(new Set(found.zones.map(({ cause }) => cause))).toEqual(new Set(['notKnown']));
    expect(found.whole).toEqual([]);
    for (const { figures } of found.zones) {
      expect(figures.rise).toBeNull();
      expect(figures.leak).toBeNull();
      expect(figures.release).toBeNull();
    }
  });
});
