import { describe, expect, it } from 'vitest';
import { decodeFeature } from '../../../firmware-protocol/feature.ts';
import { uuids } from '../../../firmware-protocol/profile.ts';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import { Bench } from './bench.ts';
import type { TestCentral } from './test-central.ts';

function running(bench: Bench): TestCentral {
  const central = bench.central();
  central.makeReady();
  central.deliver([
    { at: 0, to: 20, gate: 600 },
    { at: 10, to: 22 },
    { at: 30, to: 'vent' },
    { at: 600, to: 'vent' },
  ]);
  central.start();
  return central;
}

describe('what the boots report', () => {
  it('includes a Feature with the payload of this link', () => {
    const bench = new Bench({ zones: 5 });
    for (const [payload, largestWrite] of [
      [61, 61],
      [244, 244],
      [600, 512],
    ] as const) {
      const decoded = decodeFeature(bench.central(payload).link.read(uuids.feature));
      expect(decoded).toMatchObject({
        ok: true,
        value: { kind: 'hub', largestWrite, capacity: 2048, samplePeriod: 100, longestAllowance: 255 },
      });
    }
  });

  it.each([50, 70, 130, 250])(
    'includes telemetry at a sample period of %i ms, without drift and at least every half second (TEL-3)',
    (period) => {
      const bench = new Bench({ zones: 3, firmware: { samplePeriod: milliseconds(period) } });
      expect(decodeFeature(bench.central().link.read(uuids.feature))).toMatchObject({
        value: { samplePeriod: period },
      });
      const central = running(bench);
      bench.run(5);
      central.telemetry.length = 0;
      bench.run(20);
      const { telemetry } = central;
      const first = telemetry[0]?.clock ?? 0;
      let sampled = 0;
      for (const { clock, samples } of telemetry) {
        // The boots take a sample in the 20 ms step in which it is due.
        expect(Math.abs(clock - first - sampled * period)).toBeLessThan(20);
        expect(samples.length * period).toBeLessThanOrEqual(500);
        sampled += samples.length;
      }
      expect(sampled * period).toBeGreaterThan(19_000);
    },
  );

  it('comes as 60, 40, 60, 40 ms at a period of 50 ms in turns of 20 ms (TEL-3)', () => {
    const bench = new Bench({ zones: 8, firmware: { samplePeriod: milliseconds(50) }, payload: 61 });
    const central = running(bench);
    bench.run(2);
    const clocks = central.telemetry.map(({ clock }) => clock).slice(-5);
    const apart = clocks.slice(1).map((clock, i) => clock - (clocks[i] ?? 0));
    expect(apart.sort((a, b) => a - b)).toEqual([40, 40, 60, 60]);
  });

  it('limits the allowance to 10 s without a physical stop, and ignores a missing button', () => {
    const bench = new Bench({ firmware: { physicalStop: false } });
    const decoded = decodeFeature(bench.central().link.read(uuids.feature));
    expect(decoded).toMatchObject({ value: { longestAllowance: 10, abilities: { physicalStop: false } } });
    bench.firmware.pressButton();
    expect(bench.central().status.flags.buttonPressed).toBe(false);
  });

  it('includes a status on every change, at least 50 ms apart, and once a second while running', () => {
    const bench = new Bench({ zones: 3 });
    const central = running(bench);
    central.statuses.length = 0;
    bench.run(20);
    const clocks = central.statuses.map(({ clock }) => clock);
    for (let i = 1; i < clocks.length; i++) {
      const apart = (clocks[i] ?? 0) - (clocks[i - 1] ?? 0);
      expect(apart).toBeGreaterThanOrEqual(50);
      expect(apart).toBeLessThanOrEqual(1000);
    }
    expect(clocks.length).toBeLessThan(40);
    central.send({ op: 'stop' });
    bench.run(20);
    central.statuses.length = 0;
    bench.run(60);
    // Idle boots may still report that nobody has control any more.
    expect(central.statuses.length).toBeLessThanOrEqual(2);
  });

  it('includes a status within 70 ms after each batch, even one refused again for the same reason', () => {
    const bench = new Bench({ zones: 3 });
    const central = running(bench);
    for (let i = 0; i < 3; i++) {
      bench.run(0.5);
      central.deliver([{ at: 0, to: 'vent' }], { number: 4000 });
      central.statuses.length = 0;
      bench.run(0.06);
      expect(central.statuses).toHaveLength(1);
      expect(central.statuses[0]).toMatchObject({ refusal: 'number', refusedBatch: 4000 });
    }
  });

  it('has counters that skip 0', () => {
    const bench = new Bench({ zones: 3 });
    const central = running(bench);
    bench.run(150);
    const counters = central.telemetry.map(({ counter }) => counter);
    expect(counters.length).toBeGreaterThan(300);
    for (let i = 1; i < counters.length; i++) expect(counters[i]).toBe(((counters[i - 1] ?? 0) % 255) + 1);
    expect(counters).not.toContain(0);
  });

  it('includes a sample of every 100 ms once, in packets that come at least every 300 ms', () => {
    const bench = new Bench({ zones: 5, payload: 244 });
    const central = running(bench);
    bench.run(50);
    let next = central.telemetry[0]?.clock ?? 0;
    let packets = 0;
    for (const { clock, samples } of central.telemetry) {
      expect(clock).toBe(next);
      next += samples.length * 100;
      packets++;
    }
    expect(packets).toBeLessThan(185);
    const apart = central.telemetry.map(({ samples }) => samples.length);
    expect(Math.max(...apart)).toBe(3);
  });

  it('has no packets longer than the narrowest subscribed link can carry', () => {
    const bench = new Bench({ zones: 8 });
    const wide = running(bench);
    const narrow = bench.central(61);
    bench.run(2);
    const sizes = narrow.heard
      .filter(({ characteristic }) => characteristic === uuids.telemetry)
      .map(({ bytes }) => bytes.length);
    expect(sizes.length).toBeGreaterThan(15);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(61);
    expect(wide.telemetry.length).toBeGreaterThan(15);
  });

  it('includes in each packet the targets of its samples', () => {
    const bench = new Bench({ zones: 3, seed: 3 });
    const central = running(bench);
    const asked = new Map<number, string>();
    const since = bench.firmware.clock;
    bench.run(120, () => asked.set(bench.firmware.clock, bench.firmware.targets.join()));
    const packets = central.telemetry.filter(({ clock }) => clock > since);
    expect(packets.length).toBeGreaterThan(300);
    for (const { clock, samples, targets } of packets) {
      for (const i of samples.keys()) expect(targets.join()).toBe(asked.get(clock + 100 * i));
    }
  });

  it('includes telemetry and a status each second until every zone has been below 10 mmHg for 15 s (TEL-2, STAT-2)', () => {
    const bench = new Bench({ zones: 3, legs: 1 });
    const central = running(bench);
    bench.runUntil(() => Math.min(...bench.pressures()) > 15, 60);
    bench.plant.inject({ kind: 'stuckValve', zone: 1, valve: 'vent', position: 'closed' });
    central.send({ op: 'stop' });
    const hear = (seconds: number) => {
      central.telemetry.length = 0;
      central.statuses.length = 0;
      bench.run(seconds);
      return [central.telemetry.length, central.statuses.length];
    };
    hear(20);
    expect(Math.max(...bench.pressures())).toBeGreaterThan(12);
    const [packets = 0, statuses = 0] = hear(30);
    expect(packets).toBeGreaterThan(95);
    expect(statuses).toBeGreaterThanOrEqual(29);
    bench.plant.repair();
    bench.runUntil(() => Math.max(...bench.pressures()) < 9, 10);
    hear(14);
    expect(hear(0.5)[0]).toBeGreaterThan(0);
    hear(4);
    expect(hear(5)).toEqual([0, 0]);
  });

  it('includes telemetry and a status each second while preparing and ready', () => {
    const bench = new Bench({ zones: 3 });
    const central = bench.central();
    bench.run(5);
    expect(central.telemetry).toHaveLength(0);
    central.makeReady();
    const preparing = central.telemetry.length;
    expect(preparing).toBeGreaterThan(3);
    central.statuses.length = 0;
    bench.run(10);
    expect(central.telemetry.length - preparing).toBeGreaterThan(30);
    expect(central.telemetry.at(-1)?.targets).toEqual(Array.from({ length: 6 }, () => 'vent'));
    expect(central.statuses.length).toBeGreaterThanOrEqual(10);
  });

  it('does not stop or become shorter because of a link that is too narrow for one sample (TEL-4)', () => {
    const bench = new Bench({ zones: 8 });
    const wide = running(bench);
    const narrow = bench.central(23);
    wide.telemetry.length = 0;
    bench.run(3);
    expect(wide.telemetry.at(-1)?.samples).toHaveLength(3);
    expect(narrow.telemetry).toHaveLength(0);
  });

  it('matches the pressures in the chambers', () => {
    const bench = new Bench({ zones: 5, seed: 9 });
    const central = running(bench);
    bench.runUntil(() => central.status.playhead > 9000, 100);
    const last = central.telemetry.at(-1)?.samples.at(-1)?.pressures ?? [];
    bench.pressures().forEach((pressure, zone) => {
      expect(Math.abs((last[zone] ?? Number.NaN) - pressure)).toBeLessThan(1.5);
    });
  });

  it('stops on a link that has sent nothing for 120 s, and new links are accepted during a session', () => {
    const bench = new Bench({ zones: 3 });
    const central = running(bench);
    bench.run(60);
    const other = bench.central();
    bench.run(60.1);
    expect([central.dropped, other.dropped]).toEqual([true, false]);
    other.link.read(uuids.batteryLevel);
    bench.run(119);
    expect(other.dropped).toBe(false);
    bench.run(2);
    expect(other.dropped).toBe(true);
    expect(bench.firmware.linksOpen).toBe(0);
  });

  it('includes battery and device information', () => {
    const { link } = new Bench({ plant: { parameters: { charge: 73 } } }).central();
    expect([...link.read(uuids.batteryLevel)]).toEqual([73]);
    for (const uuid of [uuids.manufacturerName, uuids.modelNumber, uuids.firmwareRevision]) {
      expect(new TextDecoder().decode(link.read(uuid))).toMatch(/\S/);
    }
  });
});
