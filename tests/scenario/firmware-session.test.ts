import { describe, expect, it } from 'vitest';
import { encodeCommand } from '../../firmware-protocol/command.ts';
import { sealed } from '../../firmware-protocol/frame.ts';
import { uuids } from '../../firmware-protocol/profile.ts';
import { milliseconds, mmhg, seconds } from '../../firmware-protocol/quantities.ts';
import { Bench, type KeyframeInWords, type TestCentral } from './firmware-bench.ts';

const hold = (at: number, to: number): KeyframeInWords => ({ at, to });
const end = (at: number): KeyframeInWords => ({ at, to: 'vent', end: true });

/** Boots of one leg with three zones: they fill quickly. */
const smallBench = (options = {}) => new Bench({ zones: 3, legs: 1, ...options });

/** A session that holds 40 mmHg for a minute, running and at pressure. */
function squeezing(bench: Bench, allowance = 255): TestCentral {
  const central = bench.central();
  central.makeReady({ allowance });
  central.deliver([{ ...hold(0, 40), gate: 60 }, hold(60, 40), end(90)]);
  expect(central.start()).toMatchObject({ result: 'success' });
  bench.runUntil(() => {
    central.send({ op: 'keepAlive' });
    return Math.min(...bench.pressures()) > 37;
  }, 60);
  return central;
}

const expectEmptySoon = (bench: Bench): void => {
  bench.run(10);
  expect(Math.max(...bench.pressures())).toBeLessThan(5);
};

describe('a session on the simulated boots', () => {
  it('plays a cycle as written and ends vented', () => {
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

  it('vents when the keyframes run dry, and says so', () => {
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

  it('vents when it has been alone for its allowance, though the link is up', () => {
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

  it('is not alone while batches come from its holder, even such as it must refuse', () => {
    const bench = smallBench();
    const central = squeezing(bench, 5);
    for (let i = 0; i < 4; i++) {
      central.deliver([hold(0, 20)], { number: 999 });
      bench.run(4);
    }
    expect(central.status).toMatchObject({ therapy: 'running', refusal: 'number', refusedBatch: 999 });
  });

  it('plays on alone to the end where the allowance says so', () => {
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

  it('vents at a reboot in mid-hold and resumes nothing', () => {
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

  it('ends at the longest wall time', () => {
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

  it('starts at the instant it was told', () => {
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

  it('does not start after all when the button was pressed meanwhile', () => {
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

describe('pause and resume', () => {
  it('vent, keep the place and the keyframes, and stay vented until the next keyframe is due', () => {
    const bench = smallBench();
    const central = bench.central();
    central.makeReady();
    central.deliver([{ ...hold(0, 40), gate: 60 }, hold(20, 40), end(60)]);
    central.start();
    bench.runUntil(() => central.status.playhead > 10_000, 60);
    central.send({ op: 'pause' });
    const { playhead, wall } = central.status;
    expect(central.status).toMatchObject({ therapy: 'paused', operation: 'venting', held: 2 });
    bench.run(12);
    expect(Math.max(...bench.pressures())).toBeLessThan(5);
    expect(central.status).toMatchObject({ playhead, wall: wall + 12 });
    expect(central.send({ op: 'resume', at: milliseconds(0) })).toMatchObject({ result: 'success' });
    bench.run(9);
    expect(Math.max(...bench.pressures())).toBeLessThan(5);
    bench.run(35);
    expect(Math.min(...bench.pressures())).toBeGreaterThan(37);
  });

  it('count a gate that was being waited for as passed', () => {
    const bench = smallBench();
    const central = bench.central();
    central.makeReady();
    central.deliver([{ ...hold(0, 40), gate: 60 }, hold(20, 40), end(60)]);
    central.start();
    bench.run(1);
    expect(central.status.operation).toBe('waiting');
    central.send({ op: 'pause' });
    expect(central.status.gates).toBe(1);
    central.send({ op: 'resume', at: milliseconds(0) });
    bench.run(1);
    expect(central.status.operation).toBe('playing');
  });

  it('end the session after ten minutes of pause', () => {
    const bench = smallBench();
    const central = squeezing(bench);
    central.send({ op: 'pause' });
    bench.run(599.9);
    expect(central.status.therapy).toBe('paused');
    bench.run(0.2);
    expect(central.status).toMatchObject({ therapy: 'stopped', endReason: 'pausedTooLong' });
  });
});

describe('a ceiling', () => {
  it('lets every zone down at once, lowers what is held, and spares what is delivered afterwards', () => {
    const bench = smallBench();
    const central = bench.central();
    central.makeReady();
    central.deliver([{ ...hold(0, 60), gate: 60 }, hold(10, 60), hold(20, 50)]);
    central.start();
    bench.runUntil(() => Math.min(...bench.pressures()) > 57, 60);
    central.send({ op: 'ceiling', ceiling: mmhg(30) });
    bench.run(3);
    for (const pressure of bench.pressures()) expect(Math.abs(pressure - 30)).toBeLessThan(3);
    bench.run(14);
    for (const pressure of bench.pressures()) expect(Math.abs(pressure - 30)).toBeLessThan(3);
    central.deliver([hold(25, 45), hold(40, 45)]);
    bench.run(18);
    for (const pressure of bench.pressures()) expect(Math.abs(pressure - 45)).toBeLessThan(4);
  });

  it('bleeds a sealed zone', () => {
    const bench = smallBench();
    const central = bench.central();
    central.makeReady();
    central.deliver([{ ...hold(0, 50), gate: 60 }, { at: 1, to: 'seal' }, hold(60, 20)]);
    central.start();
    bench.runUntil(() => central.status.playhead > 3000, 60);
    central.send({ op: 'ceiling', ceiling: mmhg(25) });
    bench.run(3);
    for (const pressure of bench.pressures()) expect(Math.abs(pressure - 25)).toBeLessThan(3);
  });
});

describe('stop', () => {
  it.each([
    ['as written in the text', encodeCommand({ op: 'stop', counter: 9, token: 0 }), 9],
    ['one byte long', Uint8Array.of(1), 0],
    ['with garbage and no check', Uint8Array.of(1, 0, 0xde, 0xad, 0xbe, 0xef, 1, 2, 3), 0],
    ['512 bytes long', new Uint8Array(512).fill(1), 1],
  ])('is obeyed %s, from a central that holds nothing', (_, bytes, counter) => {
    const bench = smallBench();
    squeezing(bench);
    const stranger = bench.central();
    expect(stranger.write(bytes)).toEqual({ result: 'success', op: 'stop', counter });
    expect(stranger.status).toMatchObject({ therapy: 'stopped', endReason: 'stoppedByController', held: 0 });
    expectEmptySoon(bench);
  });

  it('needs no indications', () => {
    const bench = smallBench();
    squeezing(bench);
    const stranger = bench.central();
    stranger.link.subscribe(uuids.controlPoint, false);
    stranger.link.write(uuids.controlPoint, Uint8Array.of(1, 77), false);
    expect(stranger.responses).toEqual([]);
    expect(stranger.status).toMatchObject({ therapy: 'stopped', lastOp: 1, lastCounter: 77, lastResult: 1 });
  });

  it('makes ready boots idle, and changes no end reason of boots that are stopped', () => {
    const bench = smallBench();
    const central = bench.central();
    central.makeReady();
    central.send({ op: 'stop' });
    expect(central.status).toMatchObject({ operation: 'idle', endReason: 'none' });
  });
});

describe('control', () => {
  it('is refused to a second central, then passes at a press, and the old token is dead', () => {
    const bench = smallBench();
    const first = squeezing(bench);
    const second = bench.central();
    const ask = { op: 'requestControl', major: 1, minor: 0, previousToken: 0 } as const;
    expect(second.send(ask)).toMatchObject({ result: 'notPermitted', reason: 'heldByAnother' });
    expect(second.send({ op: 'pause' })).toMatchObject({ result: 'notPermitted', reason: 'noControl' });
    bench.firmware.pressButton();
    second.takeControl();
    expect(first.send({ op: 'keepAlive' })).toMatchObject({ result: 'notPermitted', reason: 'noControl' });
    expect(second.status.flags.controlLost).toBe(true);
    expect(second.status.holder).toBe(second.token & 0xffff);
  });

  it('passes to another when the holder has been silent, and the session goes on', () => {
    const bench = smallBench();
    squeezing(bench);
    bench.run(30.1);
    const second = bench.central();
    second.takeControl();
    expect(second.status.therapy).toBe('running');
    expect(second.send({ op: 'pause' })).toMatchObject({ result: 'success' });
  });

  it('is found again by a page that shows its token', () => {
    const bench = smallBench();
    const first = squeezing(bench);
    first.link.close();
    const reloaded = bench.central();
    reloaded.token = first.token;
    reloaded.takeControl();
    expect(reloaded.token).toBe(first.token);
  });

  it('ends after the allowance while no session runs, and ready boots become idle', () => {
    const bench = smallBench();
    const central = bench.central();
    central.makeReady({ allowance: 5 });
    bench.run(5.1);
    expect(central.status).toMatchObject({ holder: 0, operation: 'idle' });
    expect(central.status.flags.controlLost).toBe(true);
  });

  it('is not granted to another major version', () => {
    const central = smallBench().central();
    const ask = { op: 'requestControl', major: 2, minor: 0, previousToken: 0 } as const;
    expect(central.send(ask)).toMatchObject({ result: 'notSupported', major: 1, minor: 0 });
  });
});

describe('commands', () => {
  it('with a bad check change nothing and get no answer', () => {
    const bench = smallBench();
    const central = squeezing(bench);
    const before = { ...central.status };
    const bytes = encodeCommand({ op: 'pause', counter: 99, token: central.token });
    for (let i = 1; i < bytes.length; i++) {
      const bad = bytes.map((byte, at) => (at === i ? byte ^ 0x10 : byte));
      expect(central.write(bad)).toBeNull();
    }
    expect(central.write(bytes.slice(0, 7))).toBeNull();
    expect(central.write(sealed(new Uint8Array([...bytes.slice(0, -2), 0, 0, 0])))).toBeNull();
    const zero = bytes.slice();
    zero[1] = 0;
    expect(central.write(sealed(zero))).toBeNull();
    expect(central.status).toEqual(before);
  });

  it('that are unknown or out of range are answered with what is wrong', () => {
    const bench = smallBench();
    const central = bench.central();
    central.takeControl();
    const unknown = encodeCommand({ op: 'keepAlive', counter: 5, token: central.token });
    unknown[0] = 0x77;
    expect(central.write(sealed(unknown))).toEqual({
      result: 'notSupported',
      op: 0x77,
      counter: 5,
      major: 1,
      minor: 0,
    });
    const identify = encodeCommand({ op: 'identify', counter: 6, token: 0, duration: seconds(30) });
    identify[6] = 31;
    expect(central.write(sealed(identify))).toMatchObject({ result: 'invalidParameter', offset: 6 });
    expect(bench.firmware.blinking).toBe(false);
  });

  it('repeated are answered again and done once', () => {
    const bench = smallBench();
    const central = squeezing(bench);
    const pause = encodeCommand({ op: 'pause', counter: 50, token: central.token });
    expect(central.write(pause)).toMatchObject({ result: 'success', counter: 50 });
    expect(central.send({ op: 'resume', at: milliseconds(0) }, { counter: 51 })).toMatchObject({
      result: 'success',
    });
    expect(central.write(pause)).toMatchObject({ result: 'success', counter: 50 });
    const again = encodeCommand({ op: 'pause', counter: 50, token: central.token });
    expect(central.status.therapy).toBe('paused');
    expect(central.write(again)).toMatchObject({ result: 'success', counter: 50 });
    expect(central.status.therapy).toBe('paused');
  });

  it.each<
    [string, { highest?: number; above80?: boolean; wall?: number; allowance?: number }, number, number]
  >([
    ['a highest target above 80 that nobody confirmed', { highest: 80.5 }, 1, 80],
    ['more than 20 minutes above 80', { highest: 90, above80: true, wall: 1201 }, 2, 1200],
    ['an allowance that these boots do not give', { allowance: 15 }, 11, 10],
  ])('to prepare %s are out of limits', (_, limits, limit, value) => {
    const bench = smallBench({ firmware: { physicalStop: false } });
    const central = bench.central();
    central.takeControl();
    const answer = central.send({
      op: 'prepare',
      highestTarget: mmhg(limits.highest ?? 60),
      flags: { above80Confirmed: limits.above80 ?? false },
      longestWall: seconds(limits.wall ?? 1200),
      allowance: seconds(limits.allowance ?? 10),
    });
    expect(answer).toMatchObject({ result: 'outOfLimits', limit, value });
    expect(central.status.operation).toBe('idle');
  });

  it('are permitted in their state only', () => {
    const bench = smallBench();
    const central = bench.central();
    central.takeControl();
    const wrongState = { result: 'notPermitted', reason: 'wrongState' };
    const start = { op: 'start', at: milliseconds(0) } as const;
    expect(central.send(start)).toMatchObject(wrongState);
    expect(central.send({ op: 'pause' })).toMatchObject(wrongState);
    expect(central.send({ op: 'resume', at: milliseconds(0) })).toMatchObject(wrongState);
    expect(central.send({ op: 'ceiling', ceiling: mmhg(20) })).toMatchObject(wrongState);
    expect(central.send({ op: 'drop', from: milliseconds(0) })).toMatchObject(wrongState);
    expect(central.send({ op: 'acknowledgeFault', fault: 1 })).toMatchObject({
      result: 'invalidParameter',
      offset: 6,
    });
    central.send({
      op: 'prepare',
      highestTarget: mmhg(60),
      flags: { above80Confirmed: false },
      longestWall: seconds(600),
      allowance: seconds(30),
    });
    expect(central.send(start)).toMatchObject({ result: 'busy' });
    bench.runUntil(() => central.status.operation === 'ready', 5);
    expect(central.send(start)).toMatchObject({ result: 'failed' });
    central.deliver([hold(0, 20), hold(60, 20)]);
    const far = milliseconds(bench.firmware.clock + 5001);
    expect(central.send({ op: 'start', at: far })).toMatchObject({
      result: 'outOfLimits',
      limit: 12,
      value: 5,
    });
    central.send(start);
    bench.run(2);
    expect(central.send({ op: 'drop', from: milliseconds(1000) })).toMatchObject({
      result: 'outOfLimits',
      limit: 0,
      value: 0,
    });
    expect(central.send({ op: 'drop', from: milliseconds(60_000) })).toMatchObject({ result: 'success' });
    expect(central.status.held).toBe(0);
  });
});
