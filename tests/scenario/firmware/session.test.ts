import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import { Bench } from './bench.ts';
import { end, expectEmptySoon, hold, smallBench, squeezing } from './small-bench.ts';

describe('a session on the simulated boots', () => {
  it('plays a cycle as it was sent, and ends vented', () => {
    const bench = new Bench({ zones: 5, seed: 7 });
    const central = bench.central();
    central.makeReady();
    const up = (n: number): number[] =>
      Array.from({ length: 5 }, (_, zone) => (zone <= n ? 50 - 5 * zone : 18));
    const peak = [50, 45, 40, 35, 30];
    central.deliver([
      { at: 0, to: 18, gate: 600, cycle: true },
      ...peak.map((_, zone) => ({ at: 1 + 4 * zone, to: up(zone), ramp: 20, gate: 60 })),
      { at: 22, to: 'vent' },
      end(30),
    ]);
    central.start();
    const reached = peak.map(() => 0);
    const highest = bench.pressures().map(() => 0);
    bench.run(150, (at) => {
      bench.pressures().forEach((pressure, channel) => {
        highest[channel] = Math.max(highest[channel] ?? 0, pressure);
        const zone = channel % 5;
        if (pressure > (peak[zone] ?? 0) - 2) reached[zone] ||= at;
      });
    });
    expect(reached).toEqual([...reached].sort((a, b) => a - b));
    highest.forEach((pressure, channel) => {
      expect(Math.abs(pressure - (peak[channel % 5] ?? 0)), `channel ${channel}`).toBeLessThan(3.5);
    });
    expect(central.status).toMatchObject({
      therapy: 'stopped',
      operation: 'idle',
      endReason: 'finished',
      cycles: 1,
      gates: 6,
      underruns: 0,
      fault: 'none',
    });
    expect(Math.max(...bench.pressures())).toBeLessThan(5);
  });

  it('vents when no keyframes are left, and reports that', () => {
    const bench = smallBench();
    const central = bench.central();
    central.makeReady();
    central.deliver([{ ...hold(0, 30), gate: 60 }, hold(3, 30)]);
    central.start();
    bench.runUntil(() => central.status.playhead >= 4900, 40);
    expect(central.status.therapy).toBe('running');
    bench.run(0.3);
    const { therapy, endReason, underruns, flags } = central.status;
    expect({ therapy, endReason, underruns, dry: flags.ranDry }).toEqual({
      therapy: 'stopped',
      endReason: 'ranDry',
      underruns: 1,
      dry: true,
    });
    expectEmptySoon(bench);
  });

  it('vents if its holder is silent for longer than the allowance, even if the link is up', () => {
    const bench = smallBench();
    const central = squeezing(bench, 10);
    central.send({ op: 'keepAlive' });
    bench.run(9.9);
    expect(central.status.therapy).toBe('running');
    bench.run(0.2);
    expect(central.status).toMatchObject({ therapy: 'stopped', endReason: 'alone', holder: 0 });
    expect(central.status.flags.controlLost).toBe(true);
    expectEmptySoon(bench);
  });

  it('counts batches of the holder as signs of life, even if it must refuse them', () => {
    const bench = smallBench();
    const central = squeezing(bench, 5);
    for (let i = 0; i < 4; i++) {
      central.deliver([hold(0, 20)], { number: 999 });
      bench.run(4);
    }
    expect(central.status).toMatchObject({ therapy: 'running', refusal: 'number', refusedBatch: 999 });
  });

  it('goes on alone to the end if the allowance is that long', () => {
    const bench = smallBench();
    const central = squeezing(bench, 255);
    central.link.close();
    bench.run(110);
    expect(bench.central().status).toMatchObject({ endReason: 'finished' });
  });

  it('stops at a press of the button', () => {
    const bench = smallBench();
    const central = squeezing(bench);
    bench.firmware.pressButton();
    expect(central.status).toMatchObject({ therapy: 'stopped', endReason: 'stoppedAtBoots', held: 0 });
    expect(central.status.flags.buttonPressed).toBe(true);
    expectEmptySoon(bench);
  });

  it('vents at a reboot during a hold, and resumes nothing', () => {
    const bench = smallBench();
    const central = squeezing(bench);
    const before = central.status.bootCount;
    bench.firmware.reset();
    expect(central.dropped).toBe(true);
    bench.run(0.1);
    const after = bench.central();
    expect(after.status).toMatchObject({
      therapy: 'stopped',
      endReason: 'rebooted',
      bootCount: before + 1,
      holder: 0,
      held: 0,
    });
    expect(after.status.flags.rebooted).toBe(true);
    expectEmptySoon(bench);
  });

  it('ends at the longest allowed wall time', () => {
    const bench = smallBench();
    const central = bench.central();
    central.makeReady({ wall: 20 });
    central.deliver([hold(0, 20), hold(60, 20)]);
    central.start();
    bench.run(19.9);
    expect(central.status.therapy).toBe('running');
    bench.run(0.2);
    expect(central.status).toMatchObject({ therapy: 'stopped', endReason: 'wallTime', wall: 20 });
  });

  it('starts at the scheduled instant', () => {
    const bench = smallBench();
    const central = bench.central();
    central.makeReady();
    central.deliver([hold(0, 20), hold(60, 20)]);
    const at = milliseconds(bench.firmware.clock + 3010);
    expect(central.send({ op: 'start', at })).toMatchObject({ result: 'success' });
    bench.run(3);
    expect(central.status).toMatchObject({ therapy: 'stopped', operation: 'ready' });
    bench.run(1);
    expect(central.status.therapy).toBe('running');
    expect(central.status.playhead).toBe(central.status.clock - at);
  });

  it('does not start if somebody presses the button before that instant', () => {
    const bench = smallBench();
    const central = bench.central();
    central.makeReady();
    central.deliver([hold(0, 20), hold(60, 20)]);
    central.send({ op: 'start', at: milliseconds(bench.firmware.clock + 3000) });
    bench.firmware.pressButton();
    bench.run(5);
    expect(central.status.therapy).toBe('stopped');
    expect(Math.max(...bench.pressures())).toBeLessThan(3);
  });
});
