import { describe, expect, it } from 'vitest';
import { encodeCommand } from '../../../firmware-protocol/command.ts';
import { withCrc } from '../../../firmware-protocol/layout/frame.ts';
import { milliseconds, mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { hold, smallBench, squeezing } from './small-bench.ts';

describe('control', () => {
  it('is refused to a second central, and passes to it after a press of the button, which makes the old token invalid', () => {
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

  it('passes to another central if the holder has been silent, and the session goes on', () => {
    const bench = smallBench();
    squeezing(bench);
    bench.run(30.1);
    const second = bench.central();
    second.takeControl();
    expect(second.status.therapy).toBe('running');
    expect(second.send({ op: 'pause' })).toMatchObject({ result: 'success' });
  });

  it('returns to a page that shows its token', () => {
    const bench = smallBench();
    const first = squeezing(bench);
    first.link.close();
    const reloaded = bench.central();
    reloaded.token = first.token;
    reloaded.takeControl();
    expect(reloaded.token).toBe(first.token);
  });

  it.each(['start', 'resume'] as const)(
    'leaves a pending %s as it is if the same token is granted again (START-4)',
    (op) => {
      const bench = smallBench();
      const page = bench.central();
      page.makeReady();
      page.deliver([hold(0, 40)]);
      if (op === 'resume') {
        page.start();
        page.send({ op: 'pause' });
      }
      page.send({ op, at: milliseconds(bench.firmware.clock + 4000) });
      const { therapy, holder } = page.status;
      page.takeControl();
      expect(page.status).toMatchObject({ therapy, holder });
      bench.run(4.1);
      expect(page.status.therapy).toBe('running');
    },
  );

  it('ends after 30 s of silence while no session runs, however short the allowance, and ready boots become idle', () => {
    const bench = smallBench();
    const central = bench.central();
    central.makeReady({ allowance: 5 });
    central.send({ op: 'keepAlive' });
    bench.run(29.9);
    expect(central.status.operation).toBe('ready');
    bench.run(0.2);
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
  it('with a bad CRC change nothing and get no answer', () => {
    const bench = smallBench();
    const central = squeezing(bench);
    const before = { ...central.status };
    const bytes = encodeCommand({ op: 'pause', counter: 99, token: central.token });
    for (let i = 1; i < bytes.length; i++) {
      const bad = bytes.map((byte, at) => (at === i ? byte ^ 0x10 : byte));
      expect(central.write(bad)).toBeNull();
    }
    expect(central.write(bytes.slice(0, 7))).toBeNull();
    expect(central.write(withCrc(new Uint8Array([...bytes.slice(0, -2), 0, 0, 0])))).toBeNull();
    const zero = bytes.slice();
    zero[1] = 0;
    expect(central.write(withCrc(zero))).toBeNull();
    expect(central.status).toEqual(before);
  });

  it('that are unknown or out of range are answered with the reason', () => {
    const bench = smallBench();
    const central = bench.central();
    central.takeControl();
    const unknown = encodeCommand({ op: 'keepAlive', counter: 5, token: central.token });
    unknown[0] = 0x77;
    expect(central.write(withCrc(unknown))).toEqual({
      result: 'notSupported',
      op: 0x77,
      counter: 5,
      major: 1,
      minor: 0,
    });
    const identify = encodeCommand({ op: 'identify', counter: 6, token: 0, duration: seconds(30) });
    identify[6] = 31;
    expect(central.write(withCrc(identify))).toMatchObject({ result: 'invalidParameter', offset: 6 });
    expect(bench.firmware.blinking).toBe(false);
  });

  it('that are repeated are answered again, but executed only once', () => {
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
    ['more than 80 without a second gauge', { highest: 90, above80: true }, 1, 80],
    ['more than 20 minutes above 80', { highest: 90, above80: true, wall: 1201 }, 2, 1200],
    ['an allowance that these boots do not give', { allowance: 15 }, 11, 10],
  ])('to prepare %s are out of limits', (_, limits, limit, value) => {
    const secondGauge = limit !== 1;
    const bench = smallBench({ firmware: { physicalStop: false, secondGauge } });
    const central = bench.central();
    central.takeControl();
    const answer = central.send({
      op: 'prepare',
      highestTarget: mmhg(limits.highest ?? 60),
      flags: { above80Confirmed: limits.above80 ?? false },
      longestWall: seconds(limits.wall ?? 1200),
      allowance: seconds(limits.allowance ?? 10),
      program: '',
      calendar: 0,
    });
    expect(answer).toMatchObject({ result: 'outOfLimits', limit, value });
    expect(central.status.operation).toBe('idle');
  });

  it('are permitted only in certain states', () => {
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
      program: '',
      calendar: 0,
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
