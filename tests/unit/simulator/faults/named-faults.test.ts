import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../../../src/clock/virtual-clock.ts';
import { faultNamed, namedFaults } from '../../../../src/simulator/faults/named-faults.ts';
import { SimulatedBoots } from '../../../../src/simulator/simulated-boots.ts';

const boots = () => new SimulatedBoots({ clock: new VirtualClock(), seed: 1, zones: 5 });

describe('faults by name', () => {
  it('have distinct names that fit on a command line, and explain themselves', () => {
    expect(new Set(namedFaults.map(({ name }) => name)).size).toBe(namedFaults.length);
    for (const { name, meaning } of namedFaults) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(meaning.length).toBeGreaterThan(10);
    }
  });

  it('cover every kind of fault that the plant knows', () => {
    const simulated = boots();
    for (const fault of namedFaults) fault.inject(simulated, fault.place === 'leg' ? 1 : 3);
    expect(new Set(simulated.plant.faults.map(({ kind }) => kind))).toEqual(
      new Set([
        'stuckValve',
        'kinkedHose',
        'unpluggedZone',
        'leak',
        'sensorFreeze',
        'sensorOffset',
        'sensorDropout',
        'pumpStall',
        'pumpShort',
        'limbAbsent',
        'openZip',
        'movement',
        'altitude',
        'swappedHoses',
        'legsSwapped',
        'lowBattery',
      ]),
    );
  });

  it('affect the zone that is named; the last zone of a leg swaps hoses with the one before it', () => {
    const simulated = boots();
    faultNamed('leak')?.inject(simulated, 7);
    faultNamed('swapped-hoses')?.inject(simulated, 4);
    expect(simulated.plant.faults).toEqual([
      { kind: 'leak', zone: 7, coefficient: 0.03 },
      { kind: 'swappedHoses', zones: [4, 3] },
    ]);
  });

  it('throw for a zone or leg that does not exist', () => {
    expect(() => faultNamed('leak')?.inject(boots(), 10)).toThrow(RangeError);
    expect(() => faultNamed('limb-absent')?.inject(boots(), 2)).toThrow('there is no leg 2');
    const right = new SimulatedBoots({ clock: new VirtualClock(), seed: 1, zones: 5, kind: 'right' });
    expect(() => faultNamed('limb-absent')?.inject(right, 1)).toThrow('there is no leg 1');
    faultNamed('limb-absent')?.inject(right, 0);
    expect(right.plant.faults).toEqual([{ kind: 'limbAbsent', leg: 0 }]);
  });

  it('change nothing if they throw', () => {
    const simulated = boots();
    for (const { place, inject } of namedFaults) {
      if (place === 'zone') expect(() => inject(simulated, 10)).toThrow(RangeError);
    }
    expect(simulated.plant.faults).toEqual([]);
  });

  it('can reset the firmware', () => {
    const simulated = boots();
    simulated.peripheral.tick(20 as never);
    faultNamed('reset')?.inject(simulated, 0);
    expect(simulated.peripheral.clock).toBe(0);
  });

  it('do not exist for unknown names', () => {
    expect(faultNamed('no-such')).toBeUndefined();
  });
});
