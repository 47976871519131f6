import { expect, it } from 'vitest';
import { uuids } from '../../../../firmware-protocol/profile.ts';
import { instant, milliseconds } from '../../../../firmware-protocol/quantities.ts';
import { FrameLog } from '../../../../src/app/maker/frame-log.ts';

const device = (id: string): BluetoothDevice => ({ id }) as unknown as BluetoothDevice;
const notified = (at: number) => ({
  kind: 'notified' as const,
  at: instant(at),
  uuid: uuids.status,
  bytes: new Uint8Array([1]),
});

it('the frame log keeps the last five minutes, however long it runs', () => {
  const log = new FrameLog();
  const tap = log.tapOf(device('a'));
  for (let at = 0; at < 20 * 60_000; at += 250) tap(notified(at));
  const { frames } = log;
  expect(frames.at(-1)?.at).toBe(20 * 60_000 - 250);
  expect(frames[0]?.at).toBeGreaterThan(14 * 60_000);
  expect(frames.length).toBeLessThan(1600);
});

it('the frame log is bounded even if the clock stands still', () => {
  const log = new FrameLog();
  const tap = log.tapOf(device('a'));
  for (let i = 0; i < 20_000; i++) tap(notified(5));
  expect(log.frames.length).toBeLessThanOrEqual(6200);
});

it('the frame log tells devices apart, and recognises one that is opened again', () => {
  const log = new FrameLog();
  const [left, right] = [device('l'), device('r')];
  log.tapOf(left)(notified(1));
  log.tapOf(right)(notified(2));
  log.tapOf(left)(notified(3));
  expect(log.frames.map(({ boot }) => boot)).toEqual([0, 1, 0]);
  expect(log.since(2).map(({ at }) => at)).toEqual([3]);
  expect(log.featureOf(0)).toBeNull();
});

it('the frame log puts a frame at the time at which it was sent, however long the answer took', () => {
  const log = new FrameLog();
  const tap = log.tapOf(device('a'));
  tap(notified(20));
  tap({
    kind: 'written',
    at: instant(10),
    uuid: uuids.controlPoint,
    bytes: new Uint8Array([1]),
    took: milliseconds(30),
    failure: null,
  });
  expect(log.frames.map(({ at }) => at)).toEqual([10, 20]);
});

it('the frame log tells devices apart that have the same id, as two simulated boots may', () => {
  const log = new FrameLog();
  const [left, right, never] = [device('same'), device('same'), device('never')];
  log.tapOf(left);
  log.tapOf(right);
  expect(log.numbersOf([right, left, never])).toEqual([1, 0]);
});
