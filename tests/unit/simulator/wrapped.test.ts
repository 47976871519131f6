import { describe, expect, it } from 'vitest';
import { uuids } from '../../../firmware-protocol/profile.ts';
import { VirtualClock } from '../../../src/clock/virtual-clock.ts';
import { withBystander } from '../../../src/simulator/bystander.ts';
import type { Peripheral } from '../../../src/simulator/peripheral.ts';
import { SimulatedBoots } from '../../../src/simulator/simulated-boots.ts';
import { TrafficMeter } from '../../../src/simulator/traffic-meter.ts';
import { wrapped } from '../../../src/simulator/wrapped.ts';

const { peripheral: boots } = new SimulatedBoots({ clock: new VirtualClock(), seed: 1, zones: 3 });
const quiet = { payload: 61, notify: () => undefined, drop: () => undefined };
const stop = Uint8Array.of(1, 0, 7, 0);

/** Opens a link whose central confirms nothing, and lists what it is sent. */
function unconfirming(peripheral: Peripheral) {
  const answers: Uint8Array[] = [];
  const link = peripheral.open({ ...quiet, indicate: (_, value) => answers.push(value) });
  link?.subscribe(uuids.controlPoint, true);
  return { link, answers };
}

describe.each<[string, (inner: typeof boots) => Peripheral]>([
  ['an observer', (inner) => wrapped(inner, {})],
  ['a bystander', (inner) => withBystander(inner, new VirtualClock())],
  ['a traffic meter', (inner) => new TrafficMeter(inner).peripheral],
])('boots with %s', (_, wrap) => {
  it('advertise as before', () => {
    expect(wrap(boots).advertisement).toEqual(boots.advertisement);
  });

  it('answer the second command once the first answer is confirmed', () => {
    const { link, answers } = unconfirming(wrap(boots));
    link?.write(uuids.controlPoint, stop, true);
    link?.write(uuids.controlPoint, stop, true);
    expect(answers).toHaveLength(1);
  });

  it('obey a Stop in the first part of a long write', () => {
    const { link, answers } = unconfirming(wrap(boots));
    link?.prepare?.(uuids.controlPoint, 0, stop);
    expect(answers).toHaveLength(1);
  });
});

it('a peripheral without long writes and a central without indications stay so', () => {
  const plain: Peripheral = {
    name: 'plain',
    services: [],
    open: (central) => {
      expect(central.indicate).toBeUndefined();
      return {
        read: () => new Uint8Array(),
        write: () => undefined,
        subscribe: () => undefined,
        close: () => undefined,
      };
    },
  };
  const around = wrapped(plain, {});
  const link = around.open(quiet);
  expect(link).not.toBeNull();
  expect('advertisement' in around).toBe(false);
  expect(link?.prepare).toBeUndefined();
  expect(link?.execute).toBeUndefined();
});

it('a traffic meter counts every part of a long write and of its answer', () => {
  const meter = new TrafficMeter(boots);
  const link = meter.peripheral.open(quiet);
  link?.prepare?.(uuids.timeline, 0, new Uint8Array(59));
  link?.prepare?.(uuids.timeline, 59, new Uint8Array(10));
  link?.execute?.();
  expect(meter.down).toBe(4 + 5 + 59 + (4 + 5 + 10) + (4 + 2));
  expect(meter.up).toBe(4 + 5 + 59 + (4 + 5 + 10) + (4 + 1));
});
