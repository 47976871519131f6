/** Each fault of valves, hoses, bags and the pump has its effect. Faults can be listed and repaired. */

import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { bareConditions, Rig } from '../plant/rig.ts';
import { held } from './held.ts';

describe('a stuck valve', () => {
  it('fill, open: fills a zone that nobody fills', () => {
    const rig = new Rig();
    rig.plant.inject({ kind: 'stuckValve', zone: 3, valve: 'fill', position: 'open' });
    rig.plant.setPump(1);
    rig.wait(15);
    expect(rig.pressure(3)).toBeGreaterThan(60);
  });

  it('fill, closed: keeps a zone empty, and the pump pushes against a closed manifold', () => {
    const rig = new Rig();
    rig.plant.inject({ kind: 'stuckValve', zone: 3, valve: 'fill', position: 'closed' });
    rig.plant.setPump(1);
    rig.plant.setValves(3, true, false);
    rig.wait(15);
    expect(rig.pressure(3)).toBeLessThan(1);
    expect(rig.plant.airDelivered).toBe(0);
    expect(rig.plant.manifoldPressure).toBe(250);
  });

  it('vent, open: empties a sealed zone', () => {
    const rig = held();
    rig.plant.inject({ kind: 'stuckValve', zone: 2, valve: 'vent', position: 'open' });
    rig.wait(5);
    expect(rig.pressure(2)).toBeLessThan(10);
  });

  it('vent, closed: keeps the pressure until it is repaired', () => {
    const rig = held();
    rig.plant.inject({ kind: 'stuckValve', zone: 2, valve: 'vent', position: 'closed' });
    rig.plant.setValves(2, false, true);
    rig.wait(10);
    expect(rig.pressure(2)).toBeGreaterThan(58);
    rig.plant.repair('stuckValve');
    rig.wait(5);
    expect(rig.pressure(2)).toBeLessThan(10);
  });
});

describe('a hose', () => {
  it('kinked takes 17 to 23 times as long to vent', () => {
    const healthy = held().ventTimes(2, [30])[0] ?? Number.NaN;
    const rig = held();
    rig.plant.inject({ kind: 'kinkedHose', zone: 2 });
    const kinked = rig.ventTimes(2, [30])[0] ?? Number.NaN;
    expect(kinked / healthy).toBeGreaterThan(17);
    expect(kinked / healthy).toBeLessThan(23);
  });

  it('kinked takes more than 5 times as long to fill', () => {
    const rig = new Rig();
    rig.plant.inject({ kind: 'kinkedHose', zone: 2 });
    expect(rig.fill([2], 40)).toBeGreaterThan(5 * new Rig().fill([2], 40));
  });

  it('unplugged empties its zone and lets the pump blow into the room', () => {
    const rig = held();
    const delivered = rig.plant.airDelivered;
    rig.plant.inject({ kind: 'unpluggedZone', zone: 2 });
    rig.plant.setPump(1);
    rig.plant.setValves(2, true, false);
    rig.wait(20);
    expect(rig.pressure(2)).toBeLessThan(2);
    expect(rig.plant.airDelivered - delivered).toBeGreaterThan(2.5);
    expect(rig.plant.airVented).toBeGreaterThan(2.5);
  });

  it('unplugged opens the manifold into the room at once', () => {
    const rig = held();
    rig.plant.setPump(1);
    rig.plant.setValves(2, true, false);
    rig.wait(0.1);
    expect(rig.plant.manifoldPressure).toBeGreaterThan(60);
    rig.plant.inject({ kind: 'unpluggedZone', zone: 2 });
    rig.wait(0.02);
    expect(rig.plant.manifoldPressure).toBeLessThan(50);
    expect(rig.pressure(2)).toBeGreaterThan(50);
  });

  it('unplugged leaves both gauges on the chamber, by their own tubes; a gauge that taps the hose reads the room (SAFE-8)', () => {
    for (const [sensorTap, first] of [
      [0, 60],
      [1, 0],
    ] as const) {
      const rig = new Rig({ sensorTap });
      rig.fill([2], 60);
      rig.plant.setPump(0);
      rig.wait(0.1);
      rig.plant.inject({ kind: 'unpluggedZone', zone: 2 });
      expect(rig.plant.sense(2)).toBeCloseTo(first, -1);
      expect(rig.plant.senseSecond(2)).toBeCloseTo(60, -1);
    }
  });

  it('swapped with another fills and reads the other zone', () => {
    const rig = new Rig();
    rig.plant.inject({ kind: 'swappedHoses', zones: [0, 4] });
    rig.plant.setPump(1);
    rig.plant.setValves(0, true, false);
    rig.wait(12);
    expect(rig.pressure(4)).toBeGreaterThan(30);
    expect(rig.pressure(0)).toBeLessThan(2);
    expect(rig.plant.sense(0)).toBe(rig.pressure(4));
    expect(rig.plant.sense(4)).toBe(rig.pressure(0));
  });

  it('of the left leg on the right one fills the right leg', () => {
    const rig = new Rig({}, 2);
    rig.plant.inject({ kind: 'legsSwapped' });
    rig.plant.setPump(1);
    rig.plant.setValves(1, true, false);
    rig.wait(12);
    expect(rig.pressure(6)).toBeGreaterThan(30);
    expect(rig.pressure(1)).toBeLessThan(2);
    expect(rig.plant.sense(1)).toBe(rig.pressure(6));
  });
});

describe('a leak', () => {
  it('of 0.02 lets a held zone fall by more than 2.5 mmHg/s', () => {
    const rig = held();
    rig.plant.inject({ kind: 'leak', zone: 2, coefficient: 0.02 });
    rig.wait(2);
    expect(rig.pressure(2)).toBeLessThan(60 - 2 * 2.5);
    expect(rig.plant.airLeaked).toBeGreaterThan(0.02);
  });
});

describe('the pump', () => {
  it('stalled moves no air', () => {
    const rig = new Rig();
    rig.plant.inject({ kind: 'pumpStall' });
    rig.plant.setPump(1);
    rig.plant.setValves(0, true, false);
    rig.wait(10);
    expect(rig.plant.airDelivered).toBe(0);
  });

  it('shorted, with a fill valve stuck open, takes a zone past 130 mmHg', () => {
    const rig = new Rig();
    rig.plant.inject({ kind: 'pumpShort' });
    rig.plant.inject({ kind: 'stuckValve', zone: 0, valve: 'fill', position: 'open' });
    rig.plant.setPump(0);
    rig.wait(15);
    expect(rig.pressure(0)).toBeGreaterThan(130);
  });

  it('on a low battery, below 15 %, takes more than 1.1 times as long to fill', () => {
    const rig = new Rig();
    rig.plant.inject({ kind: 'lowBattery' });
    expect(rig.plant.battery()).toBeLessThan(15);
    expect(rig.fill([2], 60) / new Rig().fill([2], 60)).toBeGreaterThan(1.1);
  });
});

describe('injected faults', () => {
  it('are listed, add up, and can be removed by kind', () => {
    const { plant } = new Rig(bareConditions);
    plant.inject({ kind: 'pumpStall' });
    plant.inject({ kind: 'sensorOffset', zone: 0, offset: mmhg(3) });
    plant.inject({ kind: 'sensorOffset', zone: 0, offset: mmhg(4) });
    expect(plant.sense(0)).toBeCloseTo(plant.pressure(0) + 7, 9);
    plant.repair('pumpStall');
    expect(plant.faults.map((fault) => fault.kind)).toEqual(['sensorOffset', 'sensorOffset']);
    plant.repair();
    expect(plant.faults).toEqual([]);
    expect(plant.sense(0)).toBe(plant.pressure(0));
  });

  it('are refused and change nothing if they name a zone that does not exist', () => {
    const rig = new Rig();
    expect(() => rig.plant.inject({ kind: 'legsSwapped' })).toThrow(RangeError);
    expect(() => rig.plant.inject({ kind: 'leak', zone: 5, coefficient: 0.01 })).toThrow(RangeError);
    expect(() => rig.plant.inject({ kind: 'limbAbsent', leg: 1 })).toThrow(RangeError);
    expect(rig.plant.faults).toEqual([]);
    rig.fill([0], 40);
    expect(rig.pressure(0)).toBeGreaterThan(39);
  });
});
