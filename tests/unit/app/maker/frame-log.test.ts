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

it('keeps the last five minutes, however long it runs', () => {
  const ring = new FrameLog();
  const tap = ring.tapOf(device('a'));
  for (let at = 0; at < 20 * 60_000; at += 250) tap(notified(at));
  const { frames } = ring;
  expect(frames.at(-1)?.at).toBe(20 * 60_000 - 250);
  expect(frames[0]?.at).toBeGreaterThan(14 * 60_000);
  expect(frames.length).toBeLessThan(1600);
});

it('is bounded in number too, should the clock stand still', () => {
  const ring = new FrameLog();
  const tap = ring.tapOf(device('a'));
  for (let i = 0; i < 20_000; i++) tap(notified(5));
  expect(ring.frames.length).toBeLessThanOrEqual(6200);
});

it('tells the devices apart, and the same one is the same after it was opened again', () => {
  const ring = new FrameLog();
  const [left, right] = [device('l'), device('r')];
  ring.tapOf(left)(notified(1));
  ring.tapOf(right)(notified(2));
  ring.tapOf(left)(notified(3));
  expect(ring.frames.map(({ boot }) => boot)).toEqual([0, 1, 0]);
  expect(ring.since(2).map(({ at }) => at)).toEqual([3]);
  expect(ring.featureOf(0)).toBeNull();
});

it('puts what took long where it began', () => {
  const ring = new FrameLog();
  const tap = ring.tapOf(device('a'));
  tap(notified(20));
  tap({
    kind: 'written',
    at: instant(10),
    uuid: uuids.controlPoint,
    bytes: new Uint8Array([1]),
    took: milliseconds(30),
    failure: null,
  });
  expect(ring.frames.map(({ at }) => at)).toEqual([10, 20]);
});

it('knows devices themselves, not by their ids: two simulated boots may have the same', () => {
  const ring = new FrameLog();
  const [left, right, never] = [device('same'), device('same'), device('never')];
  ring.tapOf(left);
  ring.tapOf(right);
  expect(ring.numbersOf([right, left, never])).toEqual([1, 0]);
});
