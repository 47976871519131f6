import { describe, expect, it } from 'vitest';
import { encodeCommand } from '../../../firmware-protocol/command.ts';
import { uuids } from '../../../firmware-protocol/profile.ts';
import { milliseconds, mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { end, expectEmptySoon, hold, smallBench, squeezing } from './small-bench.ts';

describe('pause and resume', () => {
  it('vent, keep position and keyframes, and stay vented until the next keyframe is due', () => {
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

  it('make a gate count as passed if the boots wait at it', () => {
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
  it('lowers every zone at once, and caps the keyframes that the boots hold, but not those sent afterwards', () => {
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

  it('bleeds a sealed zone to the end if another seal comes meanwhile, and again when a push of the leg lifts it (CEIL-2, CEIL-3)', () => {
    const bench = smallBench();
    const central = bench.central();
    central.makeReady();
    central.deliver([
      { ...hold(0, 50), gate: 60 },
      { at: 1, to: 'seal' },
    ]);
    central.start();
    bench.runUntil(() => central.status.playhead > 2000, 60);
    central.send({ op: 'ceiling', ceiling: mmhg(25) });
    central.deliver([{ at: 2, to: 'seal' }, { at: 6, to: 'seal' }, end(60)]);
    bench.run(6);
    for (const pressure of bench.pressures()) expect(Math.abs(pressure - 25)).toBeLessThan(3);
    const before = bench.plant.pressure(0);
    bench.plant.inject({
      kind: 'movement',
      zone: 0,
      height: mmhg(20),
      lasting: seconds(0.8),
      every: null,
    });
    bench.run(2);
    expect(bench.plant.pressure(0)).toBeLessThan(before - 2);
  });
});

describe('stop', () => {
  it.each([
    ['as written in the text', encodeCommand({ op: 'stop', counter: 9, token: 0 }), 9],
    ['one byte long', Uint8Array.of(1), 0],
    ['with garbage and no check', Uint8Array.of(1, 0, 0xde, 0xad, 0xbe, 0xef, 1, 2, 3), 0],
    ['512 bytes long', new Uint8Array(512).fill(1), 1],
  ])('is obeyed %s, from a central that does not hold control', (_, bytes, counter) => {
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

  it('makes ready boots idle, and does not change the end reason of stopped boots', () => {
    const bench = smallBench();
    const central = bench.central();
    central.makeReady();
    central.send({ op: 'stop' });
    expect(central.status).toMatchObject({ operation: 'idle', endReason: 'none' });
  });
});
