/** A latched fault stays until a person has acknowledged it and its cause is gone. */

import { describe, expect, it } from 'vitest';
import { faultCodes } from '../../../../firmware-protocol/fault-codes.ts';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { Bench } from '../bench.ts';
import { inject, start, wave } from './started.ts';

describe('a latched fault', () => {
  it('forbids Prepare until a person has acknowledged that fault and its cause is gone', () => {
    const { bench, central } = start(wave());
    inject(bench, central, [{ kind: 'sensorDropout', zone: 2 }], 2);
    const prepare = () => central.makeReady();
    expect(prepare).toThrow(/faultLatched/);
    const acknowledge = (fault: keyof typeof faultCodes) =>
      central.send({ op: 'acknowledgeFault', fault: faultCodes[fault] });
    expect(acknowledge('leak')).toMatchObject({ result: 'invalidParameter', offset: 6 });
    bench.run(12);
    expect(acknowledge('sensor')).toMatchObject({ result: 'failed' });
    bench.plant.repair();
    bench.run(1);
    expect(acknowledge('sensor')).toMatchObject({ result: 'success' });
    expect(central.status).toMatchObject({ fault: 'none', operation: 'idle' });
    expect(prepare).not.toThrow();
  });

  it('gives way to a zone that does not empty, and is reported again after that one is acknowledged (FAULT-3)', () => {
    const { bench, central } = start(
      [
        { at: 0, to: 40, gate: 60 },
        { at: 60, to: 40 },
      ],
      { zones: 3, legs: 1 },
    );
    bench.runUntil(() => Math.min(...bench.pressures()) > 38, 60);
    bench.plant.inject({ kind: 'sensorOffset', zone: 0, offset: mmhg(30) });
    bench.plant.inject({ kind: 'stuckValve', zone: 0, valve: 'vent', position: 'closed' });
    bench.plant.inject({ kind: 'stuckValve', zone: 2, valve: 'vent', position: 'closed' });
    bench.runUntil(() => central.ended, 10);
    expect(central.status).toMatchObject({ fault: 'overPressure', faultZone: 0 });
    bench.run(8);
    central.send({ op: 'resetFlags', mask: 0xff });
    bench.run(3);
    expect(central.status).toMatchObject({ fault: 'notEmptying', faultZone: 0, flags: { fault: true } });
    bench.firmware.reset();
    const after = bench.central();
    after.takeControl();
    expect(after.status).toMatchObject({ fault: 'notEmptying', faultZone: 0 });
    const acknowledge = (fault: keyof typeof faultCodes) =>
      after.send({ op: 'acknowledgeFault', fault: faultCodes[fault] })?.result;
    expect(acknowledge('notEmptying')).toBe('failed');
    bench.plant.repair();
    bench.run(10);
    expect(acknowledge('leak')).toBe('invalidParameter');
    expect(acknowledge('notEmptying')).toBe('success');
    expect(after.status).toMatchObject({ fault: 'overPressure', faultZone: 0, operation: 'faulted' });
    expect(acknowledge('overPressure')).toBe('success');
    expect(after.status).toMatchObject({ fault: 'none', faultZone: null, operation: 'idle' });
  });

  it.each(['sensorDropout', 'sensorFreeze'] as const)(
    'of a gauge that fails while its zone vents names the gauge, not air that nobody has measured (L15-3): %s',
    (kind) => {
      const held = [
        { at: 0, to: 40, gate: 60 },
        { at: 60, to: 40 },
      ];
      const { bench, central } = start(held, { zones: 3, legs: 1 });
      bench.runUntil(() => Math.min(...bench.pressures()) > 38, 60);
      central.send({ op: 'stop' });
      bench.plant.inject({ kind, zone: 1 });
      bench.run(12);
      expect(Math.max(...bench.pressures())).toBeLessThan(20);
      expect(central.status).toMatchObject({ fault: 'sensor', faultZone: 1 });
    },
  );

  it('of a gauge that has given nothing since boot comes without a Prepare: until then boots are not idle (READ-5, L15-3)', () => {
    const bench = new Bench({ zones: 3, legs: 1, plant: { faults: [{ kind: 'sensorDropout', zone: 1 }] } });
    const central = bench.central();
    bench.run(9);
    expect(central.status).toMatchObject({ fault: 'none', operation: 'venting' });
    expect(central.telemetry.length).toBeGreaterThan(0);
    bench.run(2);
    expect(central.status).toMatchObject({ fault: 'sensor', faultZone: 1 });
  });

  it('of a gauge that has given nothing since a reset comes the same, although it read little before (READ-5)', () => {
    const bench = new Bench({ zones: 3, legs: 1 });
    bench.run(1);
    bench.plant.inject({ kind: 'sensorDropout', zone: 1 });
    bench.run(1);
    bench.firmware.reset();
    const central = bench.central();
    bench.run(9);
    expect(central.status).toMatchObject({ fault: 'none', operation: 'venting' });
    expect(central.telemetry.length).toBeGreaterThan(0);
    bench.run(2);
    expect(central.status).toMatchObject({ fault: 'sensor', faultZone: 1 });
  });

  it('of a gauge that has given nothing since boot leaves the fill valves closed (SAFE-2)', () => {
    const bench = new Bench({ zones: 3, legs: 1, plant: { faults: [{ kind: 'sensorDropout', zone: 1 }] } });
    const central = bench.central();
    bench.run(30);
    expect(central.status).toMatchObject({ fault: 'sensor', faultZone: 1 });
    const valves = central.telemetry.flatMap(({ samples }) => samples.flatMap((sample) => sample.valves));
    expect(valves.length).toBeGreaterThan(0);
    expect(valves.filter(({ fill }) => fill)).toEqual([]);
  });

  it('of a gauge makes only the pressure of its zone unknown (FAULT-4)', () => {
    const { bench, central } = start(
      [
        { at: 0, to: 40, gate: 60 },
        { at: 60, to: 40 },
      ],
      { zones: 3, legs: 1 },
    );
    bench.runUntil(() => Math.min(...bench.pressures()) > 38, 60);
    bench.plant.inject({ kind: 'sensorFreeze', zone: 0 });
    bench.run(25);
    expect(central.status).toMatchObject({ fault: 'sensor', faultZone: 0 });
    bench.plant.inject({ kind: 'sensorOffset', zone: 2, offset: mmhg(25) });
    bench.run(11);
    expect(central.status).toMatchObject({ fault: 'notEmptying', faultZone: 2 });
  });

  it('survives a reboot', () => {
    const { bench, central } = start(wave());
    inject(bench, central, [{ kind: 'sensorDropout', zone: 2 }], 2);
    bench.firmware.reset();
    expect(bench.central().status).toMatchObject({ fault: 'sensor', operation: 'faulted' });
  });
});
