import { describe, expect, it } from 'vitest';
import { litresPerMinute, mmhg } from '../../../firmware-protocol/quantities.ts';
import { diagnosed, findingsIn } from './diagnosed.ts';

describe('the diagnosis after the leak and fit test', () => {
  it('finds nothing in healthy boots', async () => {
    for (const seed of [1, 2]) {
      const found = await diagnosed({ seed });
      expect(findingsIn(found), `seed ${seed}`).toEqual([]);
      expect(found.whole, `seed ${seed}`).toEqual([]);
      for (const { figures } of found.zones) {
        expect(figures.rise?.seconds).toBeGreaterThan(1);
        expect(figures.slack).toBeGreaterThan(0.3);
        expect(figures.leak).toBeLessThan(0.004);
        expect(figures.noise).toBeLessThan(0.3);
      }
    }
  });

  it('names and measures a leak, and tells it from a sensor whose zero has moved', async () => {
    const found = await diagnosed({
      faults: [{ kind: 'leak', zone: 1, coefficient: 0.05 }],
      later: { after: 20, faults: [{ kind: 'sensorOffset', zone: 3, offset: mmhg(6) }] },
    });
    expect(findingsIn(found)).toEqual(['left calf: leak', 'right foot: zeroOff']);
    const [, calf] = found.zones;
    expect(calf?.figures.leak).toBeGreaterThan(0.025);
    expect(calf?.figures.leak).toBeLessThan(0.1);
    expect(found.zones[3]?.figures.zero).toBeCloseTo(6, -0.5);
  });

  it('measures a small leak within a half', async () => {
    const found = await diagnosed({ faults: [{ kind: 'leak', zone: 5, coefficient: 0.015 }] });
    expect(findingsIn(found)).toEqual(['right thigh: leak']);
    expect(found.zones[5]?.figures.leak).toBeGreaterThan(0.0075);
    expect(found.zones[5]?.figures.leak).toBeLessThan(0.0225);
  });

  it('names a hose that is kinked in the middle of the test, which fills and empties its zone slowly', async () => {
    const found = await diagnosed({ later: { after: 95, faults: [{ kind: 'kinkedHose', zone: 1 }] } });
    expect(findingsIn(found)).toEqual(['left calf: kinked']);
  });

  it.each([
    { name: 'a hose kinked from the start', fault: { kind: 'kinkedHose', zone: 1 }, place: 'left calf' },
    { name: 'a hose that is off', fault: { kind: 'unpluggedZone', zone: 4 }, place: 'right calf' },
    {
      name: 'a fill valve that does not open',
      fault: { kind: 'stuckValve', zone: 2, valve: 'fill', position: 'closed' },
      place: 'left thigh',
    },
  ] as const)('finds no rise in the zone of $name, and names no other cause', async ({ fault, place }) => {
    const found = await diagnosed({ faults: [fault] });
    expect(findingsIn(found)).toContain(`${place}: noRise`);
    expect(findingsIn(found).filter((words) => !words.endsWith('notKnown'))).toHaveLength(1);
  });

  it('names a zone that keeps its air because its vent valve is stuck', async () => {
    const found = await diagnosed({
      later: { after: 90, faults: [{ kind: 'stuckValve', zone: 2, valve: 'vent', position: 'closed' }] },
    });
    expect(findingsIn(found)).toEqual(['left thigh: stays']);
  });

  it('blames no zone if the pump gives only half of what the boots state', async () => {
    const found = await diagnosed({
      parameters: { pumpFlow: litresPerMinute(6) },
      firmware: { pumpFlow: litresPerMinute(12) },
    });
    expect(findingsIn(found)).toEqual([]);
    const [pump, ...rest] = found.whole;
    expect(rest).toEqual([]);
    expect(pump).toMatchObject({ kind: 'pumpWeak' });
    expect(pump?.kind === 'pumpWeak' && pump.times).toBeCloseTo(2, 0);
  });

  it('names noisy sensors', async () => {
    const found = await diagnosed({ seed: 2, parameters: { sensorNoise: mmhg(0.9) } });
    expect(new Set(found.zones.map(({ cause }) => cause))).toEqual(new Set(['noisy']));
  });

  it('names a sensor without readings, and one that repeats the same reading', async () => {
    const silent = await diagnosed({ later: { after: 90, faults: [{ kind: 'sensorDropout', zone: 2 }] } });
    expect(findingsIn(silent)).toEqual(['left thigh: noReading']);
    const frozen = await diagnosed({ later: { after: 90, faults: [{ kind: 'sensorFreeze', zone: 2 }] } });
    expect(findingsIn(frozen)).toEqual(['left thigh: frozen']);
  });

  it('names a boot without a leg, and blames none of its zones', async () => {
    const found = await diagnosed({ faults: [{ kind: 'limbAbsent', leg: 1 }] });
    expect(findingsIn(found)).toEqual([]);
    expect(found.whole).toMatchObject([{ kind: 'noLeg', side: 'right' }]);
  });
});

describe('the diagnosis after a test that was stopped early', () => {
  it('says nothing of any zone', async () => {
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
