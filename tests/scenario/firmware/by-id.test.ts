/** Single requirements of PROTOCOL.md. The titles name their ids. */

import { describe, expect, it } from 'vitest';
import { encodeCommand } from '../../../firmware-protocol/command.ts';
import { faultCodes } from '../../../firmware-protocol/fault-codes.ts';
import { withCrc } from '../../../firmware-protocol/layout/frame.ts';
import { milliseconds, mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { Bench } from './bench.ts';
import { end, hold, smallBench, squeezing } from './small-bench.ts';

describe('a sign of life from the holder of control (ALONE-1)', () => {
  const send = [
    ['Identify', true, { op: 'identify', duration: seconds(1) }],
    ['a command that its state does not permit', true, { op: 'start', at: milliseconds(0) }],
    [
      'an acknowledgement of a fault that is not latched',
      true,
      { op: 'acknowledgeFault', fault: faultCodes.leak },
    ],
  ] as const;

  it.each(send)('is %s', (_, isHeard, request) => {
    const bench = smallBench();
    const central = squeezing(bench, 5);
    bench.run(4);
    central.send(request);
    bench.run(4);
    expect(central.status.therapy === 'running').toBe(isHeard);
  });

  it('is none of these: Stop, a frame with a field out of range, a read, a Request control that is refused', () => {
    const bench = smallBench();
    const central = squeezing(bench, 5);
    bench.run(4);
    const ceiling = encodeCommand({ op: 'ceiling', ceiling: mmhg(100), counter: 77, token: central.token });
    ceiling[6] = 201;
    expect(central.write(withCrc(ceiling))).toMatchObject({ result: 'invalidParameter', offset: 6 });
    const asks = { op: 'requestControl', major: 2, minor: 0, previousToken: 0 } as const;
    expect(central.send(asks, { token: central.token })).toMatchObject({ result: 'notSupported' });
    expect(central.status.therapy).toBe('running');
    bench.run(1.2);
    expect(central.status).toMatchObject({ therapy: 'stopped', endReason: 'alone' });

    const another = smallBench();
    const ready = another.central();
    ready.makeReady({ allowance: 5 });
    ready.send({ op: 'keepAlive' });
    another.run(29);
    expect(ready.status.operation).toBe('ready');
    ready.send({ op: 'stop' });
    another.run(1.2);
    expect(ready.status.holder).toBe(0);
  });
});

describe('acknowledging', () => {
  it('is refused because of the state rather than the code (ACK-2)', () => {
    const central = squeezing(smallBench());
    expect(central.send({ op: 'acknowledgeFault', fault: 200 })).toMatchObject({
      result: 'notPermitted',
      reason: 'wrongState',
    });
  });

  it('clears the fault of a gauge with a wrong zero, which the next Prepare finds again (ACK-1, ZERO-7)', () => {
    const bench = smallBench();
    const central = bench.central();
    bench.plant.inject({ kind: 'sensorOffset', zone: 1, offset: mmhg(13) });
    const prepare = () => {
      central.takeControl();
      central.send({
        op: 'prepare',
        highestTarget: mmhg(50),
        flags: { above80Confirmed: false },
        longestWall: seconds(600),
        allowance: seconds(255),
        program: '',
        calendar: 0,
      });
      bench.run(9);
    };
    for (let time = 0; time < 2; time++) {
      prepare();
      expect(central.status).toMatchObject({ fault: 'sensor', faultZone: 1, endReason: 'none' });
      expect(central.send({ op: 'acknowledgeFault', fault: faultCodes.sensor })).toMatchObject({
        result: 'success',
      });
      expect(central.status.operation).toBe('idle');
    }
  });
});

it('the end of a session makes the boots forget a repeat (CNT-7)', () => {
  const bench = smallBench();
  const central = bench.central();
  central.takeControl();
  const prepare = encodeCommand({
    ...{ op: 'prepare', counter: 40, token: central.token, highestTarget: mmhg(50) },
    ...{
      flags: { above80Confirmed: false },
      longestWall: seconds(600),
      allowance: seconds(255),
      program: 'Twice',
      calendar: 0,
    },
  });
  central.write(prepare);
  bench.runUntil(() => central.status.operation === 'ready', 20);
  central.write(prepare);
  expect(central.status.operation).toBe('ready');
  central.deliver([hold(0, 10), end(1)]);
  const start = encodeCommand({ op: 'start', counter: 41, token: central.token, at: milliseconds(0) });
  central.write(start);
  bench.runUntil(() => central.ended, 20);
  expect(central.write(start)).toMatchObject({ result: 'notPermitted', reason: 'wrongState' });
});

describe('the refusal that the status shows', () => {
  it('is replaced by another refusal of the holder’s expected batch, and by nothing of another controller (CRED-7)', () => {
    const bench = smallBench();
    const central = bench.central();
    central.makeReady({ highest: 30 });
    central.deliver([hold(0, 60)]);
    const stranger = bench.central();
    stranger.deliver([hold(0, 20)], { number: 2, token: 1 });
    expect(central.status).toMatchObject({ refusal: 'outOfLimits', refusedBatch: 1 });
    stranger.deliver([hold(0, 20)], { number: 1, token: 1 });
    expect(central.status).toMatchObject({ refusal: 'outOfLimits', refusedBatch: 1 });
    central.deliver([hold(1, 20), hold(0, 20)], { number: 1, replaceFrom: 0 });
    expect(central.status).toMatchObject({ refusal: 'order', refusedBatch: 1 });
  });
});

describe('idle boots', () => {
  it('stay idle if a leg pushes (STAT-5)', () => {
    const bench = smallBench();
    const central = squeezing(bench);
    central.send({ op: 'stop' });
    expect(central.status.operation).toBe('venting');
    bench.runUntil(() => central.status.operation === 'idle', 10);
    bench.plant.inject({ kind: 'sensorOffset', zone: 0, offset: mmhg(30) });
    bench.run(2);
    expect(central.status.operation).toBe('idle');
  });

  it('send no status only because a central enables notifications (STAT-3)', () => {
    const bench = smallBench();
    bench.run(1);
    const central = bench.central();
    bench.run(2);
    expect(central.statuses).toEqual([]);
  });
});

describe('a ceiling', () => {
  it('lowers a zone that is sealed when it arrives, and none that is sealed afterwards (CEIL-2, CEIL-3)', () => {
    const bench = smallBench();
    const central = bench.central();
    central.makeReady();
    central.deliver([
      { ...hold(0, 30), gate: 60 },
      { at: 4, to: 'seal' },
    ]);
    central.start();
    bench.runUntil(() => central.status.playhead > 2000, 60);
    central.send({ op: 'ceiling', ceiling: mmhg(20) });
    central.deliver([{ ...hold(10, 40), gate: 60 }, { at: 12, to: 'seal' }, end(30)]);
    bench.runUntil(() => central.status.playhead > 9000, 60);
    for (const pressure of bench.pressures()) expect(pressure).toBeLessThan(22);
    bench.runUntil(() => central.status.playhead > 20_000, 60);
    for (const pressure of bench.pressures()) expect(pressure).toBeGreaterThan(30);
  });
});

describe('a gate', () => {
  it('passes after a wait of 57.5 s, and a wait of 60 s is a fault (GATE-7)', () => {
    const leaking = { plant: { parameters: { leak: 0.06 } } };
    const outcomes = [57.5, 60].map((gate) => {
      const bench = smallBench(leaking);
      const central = bench.central();
      central.makeReady();
      central.deliver([{ ...hold(0, 80), gate }, end(1)]);
      central.start();
      bench.runUntil(() => central.ended, 70);
      return [central.status.endReason, central.status.fault];
    });
    expect(outcomes).toEqual([
      ['finished', 'none'],
      ['fault', 'gate'],
    ]);
  });
});

describe('a gauge that is rounded', () => {
  it.each([
    [0.5, 0.3],
    [0.125, 0.05],
  ])('in steps of %d mmHg at a noise of %d mmHg is not taken for a frozen one (GAUGE-5)', (step, noise) => {
    const parameters = { sensorStep: mmhg(step), sensorNoise: mmhg(noise) };
    const bench = new Bench({ zones: 3, legs: 1, plant: { parameters } });
    const central = bench.central();
    central.makeReady();
    central.deliver([
      { at: 0, to: 45, gate: 57.5 },
      { at: 50, to: 'seal' },
      { at: 60, to: 'vent', end: true },
    ]);
    central.start();
    bench.runUntil(() => central.ended, 150);
    expect(central.status).toMatchObject({ endReason: 'finished', fault: 'none' });
  });
});

it('a zone that does not empty is reported although two gauges are dead (FAULT-4, L15-3)', () => {
  const bench = new Bench({ zones: 3, legs: 1 });
  const central = bench.central();
  central.makeReady();
  central.deliver([
    { at: 0, to: 40, gate: 60 },
    { at: 60, to: 40 },
  ]);
  central.start();
  bench.runUntil(() => Math.min(...bench.pressures()) > 38, 60);
  for (const zone of [0, 1]) bench.plant.inject({ kind: 'sensorFreeze', zone });
  bench.plant.inject({ kind: 'kinkedHose', zone: 2 });
  bench.runUntil(() => central.status.fault === 'sensor', 6);
  bench.run(10.5);
  expect(bench.plant.pressure(2)).toBeGreaterThan(20);
  expect(central.status).toMatchObject({ fault: 'notEmptying', faultZone: 2 });
});

it('when a session with the allowance “to the end” is over, its absent holder loses control at once, not 30 s later (ALONE-5)', () => {
  const bench = new Bench({ zones: 3, legs: 1 });
  const central = bench.central();
  central.makeReady();
  central.deliver([
    { at: 0, to: 20, gate: 60 },
    { at: 40, to: 'vent', end: true },
  ]);
  central.start();
  bench.runUntil(() => central.status.endReason === 'finished', 110);
  expect(central.status.wall).toBeGreaterThan(35);
  bench.run(0.04);
  expect(central.status).toMatchObject({ holder: 0, flags: { controlLost: true } });
});
