import { beforeEach, expect, test } from 'vitest';
import { encodeCommand, type Request } from '../../../../firmware-protocol/command.ts';
import { uuids } from '../../../../firmware-protocol/profile.ts';
import { milliseconds, mmhg, mmhgPerSecond, seconds } from '../../../../firmware-protocol/quantities.ts';
import { decodeResponse } from '../../../../firmware-protocol/response.ts';
import { encodeBatch } from '../../../../firmware-protocol/timeline.ts';
import { VirtualClock } from '../../../../src/clock/virtual-clock.ts';
import { SimulatedBoots } from '../../../../src/simulator/simulated-boots.ts';
import { KeyframeWatch } from '../../../bench/pulse-timing/keyframe-watch.ts';
import type { Write } from '../../../browser/bluez/air-log.ts';

let clock: VirtualClock;
/** How far the machine's clock is ahead of the boots' clock, ms. */
let hiccup: number;
let watch: KeyframeWatch;
/** Writes one batch of keyframes of 20 mmHg. @param times playhead times at which they are due, ms */
let feed: (...times: number[]) => void;

const run = (ms: number): Promise<void> => clock.run(milliseconds(ms));

beforeEach(async () => {
  clock = new VirtualClock();
  hiccup = 0;
  const boots = new SimulatedBoots({ clock, seed: 1, zones: 3 });
  const writes: Write[] = [];
  watch = new KeyframeWatch(boots, { writes }, () => clock.now() + hiccup);
  boots.start();

  let token = 0;
  let counter = 0;
  let number = 0;
  const link = boots.peripheral.open({
    payload: 244,
    drop: () => undefined,
    notify: (characteristic, value) => {
      if (characteristic !== uuids.controlPoint) return;
      const response = decodeResponse(value);
      if (response.ok && 'token' in response.value) token = Number(response.value.token);
    },
  });
  const command = async (request: Request): Promise<void> => {
    counter++;
    link?.write(uuids.controlPoint, encodeCommand({ ...request, counter, token }), true);
    await run(100);
  };
  feed = (...times) => {
    number++;
    const keyframes = times.map((at) => ({
      at: milliseconds(at),
      targets: Array.from({ length: 6 }, () => mmhg(20)),
      ramp: mmhgPerSecond(16),
      gate: seconds(0),
      cycle: false,
      end: false,
    }));
    const batch = { number, token, replace: false, base: milliseconds(times[0] ?? 0), keyframes };
    const value = encodeBatch(batch, true);
    writes.push({ at: clock.now(), characteristic: uuids.timeline, value, withResponse: false });
    link?.write(uuids.timeline, value, false);
  };

  link?.subscribe(uuids.controlPoint, true);
  await command({ op: 'requestControl', major: 1, minor: 0, previousToken: 0 });
  await command({
    op: 'prepare',
    highestTarget: mmhg(40),
    flags: { above80Confirmed: false },
    longestWall: seconds(60),
    allowance: seconds(30),
    program: '',
    calendar: 0,
  });
  await run(5000);
  feed(0, 1000);
  await command({ op: 'start', at: milliseconds(0) });
});

test('keyframes that the boots hold in time are in force when they are due', async () => {
  feed(2000);
  await run(2500);
  expect(watch.inForce).toHaveLength(3);
  for (const { late } of watch.inForce) expect(late).toBeLessThanOrEqual(20);
  expect(watch.longestLead).toBeGreaterThan(1500);
});

test('a keyframe that arrives after its time is late by as much', async () => {
  await run(2500);
  feed(2000);
  await run(100);
  expect(watch.inForce.at(-1)?.late).toBeGreaterThan(500);
  expect(watch.inForce.at(-1)?.late).toBeLessThan(700);
});

test('boots whose main loop is held up are late by the machine’s clock', async () => {
  hiccup = 75;
  await run(1500);
  expect(watch.inForce.at(-1)?.late).toBeGreaterThanOrEqual(75);
});
