/** What boots report of their battery, and what they do when it is empty (PROTOCOL.md 6 and 8). */

import { describe, expect, it } from 'vitest';
import { uuids } from '../../../firmware-protocol/profile.ts';
import { Bench, type BenchOptions } from './bench.ts';
import type { TestCentral } from './test-central.ts';

/** The value of the Battery Level characteristic, and the battery in the status, both in %. */
const levels = ({ link, status }: TestCentral) => [link.read(uuids.batteryLevel)[0], status.battery];

function benchOf(options: BenchOptions = {}): { bench: Bench; central: TestCentral } {
  const bench = new Bench({ zones: 3, legs: 1, ...options });
  return { bench, central: bench.central() };
}

describe('the battery level', () => {
  it('stays at the last known one while the charge is not known, and follows it afterwards (STAT-9)', () => {
    const { bench, central } = benchOf();
    expect(levels(central)).toEqual([100, 100]);
    bench.plant.inject({ kind: 'chargeUnknown' });
    bench.run(6);
    expect(levels(central)).toEqual([100, null]);
    bench.plant.inject({ kind: 'lowBattery' });
    bench.run(6);
    expect(levels(central)).toEqual([100, null]);
    bench.plant.repair('chargeUnknown');
    bench.run(6);
    expect(levels(central)).toEqual([10, 10]);
  });

  it('is 0 where none has been known since boot (STAT-9)', () => {
    const { bench, central } = benchOf({ plant: { faults: [{ kind: 'chargeUnknown' }] } });
    expect(levels(central)).toEqual([0, null]);
    bench.plant.repair();
    bench.run(6);
    expect(levels(central)).toEqual([100, 100]);
    bench.plant.inject({ kind: 'chargeUnknown' });
    bench.firmware.reset();
    expect(levels(bench.central())).toEqual([0, null]);
  });

  it('is 100 in boots without a battery, which do not run empty (STAT-9)', () => {
    const { bench, central } = benchOf({
      plant: { faults: [{ kind: 'emptyBattery' }] },
      firmware: { hasBattery: false },
    });
    bench.run(6);
    expect(levels(central)).toEqual([100, null]);
    expect(bench.firmware.isOn).toBe(true);
  });
});

describe('boots whose battery runs empty', () => {
  it('vent and switch off, and the next boot says that the session was cut off (SAFE-9)', () => {
    const { bench, central } = benchOf();
    central.makeReady();
    central.deliver([
      { at: 0, to: 45, gate: 60 },
      { at: 100, to: 'vent', end: true },
    ]);
    central.start();
    bench.runUntil(() => Math.min(...bench.pressures()) > 40, 60);
    bench.plant.inject({ kind: 'emptyBattery' });
    bench.run(0.1);
    expect(bench.firmware.isOn).toBe(false);
    expect(central.dropped).toBe(true);
    expect(bench.firmware.open({ payload: 244, notify: () => undefined, drop: () => undefined })).toBeNull();
    bench.runUntil(() => Math.max(...bench.pressures()) < 20, 10);
    bench.firmware.reset();
    bench.run(0.1);
    expect(bench.firmware.isOn).toBe(false);
    bench.plant.repair('emptyBattery');
    bench.firmware.reset();
    const after = bench.central();
    expect(after.status).toMatchObject({
      therapy: 'stopped',
      endReason: 'rebooted',
      bootCount: 2,
      battery: 100,
    });
    expect(after.status.flags.rebooted).toBe(true);
  });

  it('regulate as before while enough is left to drive pump and valves', () => {
    const { bench, central } = benchOf({ plant: { faults: [{ kind: 'lowBattery' }] } });
    central.makeReady();
    central.deliver([
      { at: 0, to: 45, gate: 60 },
      { at: 10, to: 'vent', end: true },
    ]);
    central.start();
    bench.runUntil(() => central.ended, 60);
    expect(central.status.endReason).toBe('finished');
  });
});
