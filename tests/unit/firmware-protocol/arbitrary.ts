/** Frames at random, as fields: all that the protocol can say. */

import fc from 'fast-check';
import { type Command, opCodes, opOf } from '../../../firmware-protocol/command.ts';
import type { Feature } from '../../../firmware-protocol/feature.ts';
import type { Keyframe, Target } from '../../../firmware-protocol/keyframe.ts';
import {
  litresPerMinute,
  milliseconds,
  mmhg,
  mmhgPerSecond,
  seconds,
} from '../../../firmware-protocol/quantities.ts';
import {
  endReasonCodes,
  faultCodes,
  operationCodes,
  type Status,
  statusFlags,
  therapyCodes,
  timelineRefusalCodes,
} from '../../../firmware-protocol/status.ts';
import type { Telemetry } from '../../../firmware-protocol/telemetry.ts';
import type { Batch } from '../../../firmware-protocol/timeline.ts';
import { type BodyPart, bodyPartCodes } from '../../../firmware-protocol/zones.ts';

const count = (min: number, max: number) => fc.integer({ min, max });
const u8 = count(0, 0xff);
const u16 = count(0, 0xffff);
const u32 = count(0, 0xffffffff);
const time = u32.map(milliseconds);
const oneOf = <Name extends string>(codes: Readonly<Record<Name, number>>) =>
  fc.constantFrom(...(Object.keys(codes) as Name[]));
const switches = <Name extends string>(names: readonly Name[]) =>
  fc
    .tuple(...names.map(() => fc.boolean()))
    .map(
      (values) =>
        Object.fromEntries(names.map((name, i) => [name, values[i] === true])) as Record<Name, boolean>,
    );
const orNone = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const halves = count(0, 200).map((raw) => mmhg(raw / 2));
const allowance = fc.oneof(count(5, 30), fc.constant(255)).map(seconds);

export const command: fc.Arbitrary<Command> = fc
  .record({
    op: fc.constantFrom(...Object.values(opCodes)),
    counter: count(1, 255),
    token: u32,
    small: u8,
    long: u32,
    pressure: halves,
    wall: count(1, 3600).map(seconds),
    allowance,
    confirmed: fc.boolean(),
    blink: count(1, 30).map(seconds),
  })
  .map(({ op: code, counter, token, small, long, ...own }): Command => {
    const op = opOf(code) ?? 'stop';
    const head = { counter, token };
    switch (op) {
      case 'requestControl':
        return { op, ...head, major: small, minor: small, previousToken: long };
      case 'prepare':
        return {
          op,
          ...head,
          highestTarget: own.pressure,
          flags: { above80Confirmed: own.confirmed },
          longestWall: own.wall,
          allowance: own.allowance,
        };
      case 'start':
      case 'resume':
        return { op, ...head, at: milliseconds(long) };
      case 'ceiling':
        return { op, ...head, ceiling: own.pressure };
      case 'drop':
        return { op, ...head, from: milliseconds(long) };
      case 'acknowledgeFault':
        return { op, ...head, fault: small };
      case 'identify':
        return { op, ...head, duration: own.blink };
      case 'resetFlags':
        return { op, ...head, mask: small };
      default:
        return { op, ...head };
    }
  });

export const feature: fc.Arbitrary<Feature> = fc.record({
  major: u8,
  minor: u8,
  kind: oneOf({ hub: 0, left: 1, right: 2 }),
  abilities: switches([
    'holdsTogether',
    'sharedValves',
    'regulatesEachZone',
    'physicalStop',
    'storesSessions',
  ]),
  highestTarget: halves,
  highestConfirmed: halves,
  longestSession: count(1, 60),
  longestAbove30: count(1, 120).map(seconds),
  independentOverPressure: count(1, 130).map(mmhg),
  pumpFlow: count(10, 255).map((raw) => litresPerMinute(raw / 10)),
  capacity: count(8, 0xffff),
  largestWrite: count(61, 512),
  samplePeriod: count(5, 25).map((raw) => milliseconds(raw * 10)),
  parts: fc.array(oneOf<BodyPart>(bodyPartCodes), { minLength: 3, maxLength: 8 }),
  serial: fc.string({ unit: 'grapheme-ascii', maxLength: 16 }),
  longestAllowance: allowance,
});

export const status: fc.Arbitrary<Status> = fc.record({
  counter: count(1, 255),
  therapy: oneOf(therapyCodes),
  operation: oneOf(operationCodes),
  clock: time,
  playhead: time,
  wall: u16.map(seconds),
  held: u16,
  free: u16,
  nextBatch: count(1, 0xffff),
  refusal: oneOf(timelineRefusalCodes),
  refusedBatch: u16,
  fault: oneOf(faultCodes),
  faultZone: orNone(count(0, 15)),
  warning: oneOf(faultCodes),
  warningZone: orNone(count(0, 15)),
  flags: switches(statusFlags),
  battery: orNone(count(0, 100)),
  bootCount: u16,
  lastOp: u8,
  lastCounter: u8,
  lastResult: count(0, 9),
  holder: u16,
  endReason: oneOf(endReasonCodes),
  cycles: u16,
  waited: time,
  gates: u16,
  underruns: u8,
});

const target: fc.Arbitrary<Target> = fc.oneof(
  halves,
  fc.constant('vent' as const),
  fc.constant('seal' as const),
);
const listOf = <T>(value: fc.Arbitrary<T>, length: number) =>
  fc.array(value, { minLength: length, maxLength: length });

export interface Packet {
  readonly zones: number;
  readonly telemetry: Telemetry;
}

export const packet: fc.Arbitrary<Packet> = count(1, 16).chain((zones) =>
  fc
    .record({
      counter: count(1, 255),
      clock: time,
      pump: count(0, 100),
      targets: listOf(target, zones),
      samples: fc.array(
        fc.record({
          pressures: listOf(orNone(count(-32767, 32767).map((raw) => mmhg(raw / 10))), zones),
          valves: listOf(switches(['fill', 'vent']), zones),
        }),
        { minLength: 1, maxLength: 16 },
      ),
    })
    .map((telemetry) => ({ zones, telemetry })),
);

const vented = (zones: number): Target[] => Array.from({ length: zones }, () => 'vent');

const keyframe = (zones: number, base: number): fc.Arbitrary<Keyframe> =>
  fc
    .record({
      at: u16.map((raw) => milliseconds(base + raw * 10)),
      targets: listOf(target, zones),
      ramp: count(0, 240).map((raw) => mmhgPerSecond(raw / 4)),
      gate: count(0, 240).map((raw) => seconds(raw * 2.5)),
      cycle: fc.boolean(),
      end: fc.boolean(),
    })
    .map((frame) => (frame.end ? { ...frame, targets: vented(zones) } : frame));

export interface Upload {
  readonly zones: number;
  readonly hub: boolean;
  readonly batch: Batch;
}

export const upload: fc.Arbitrary<Upload> = fc
  .tuple(count(3, 8), fc.boolean(), fc.boolean(), u32)
  .chain(([n, hub, alike, base]) => {
    const zones = hub ? 2 * n : n;
    const frame = keyframe(hub && alike ? n : zones, base).map((one) =>
      hub && alike ? { ...one, targets: [...one.targets, ...one.targets] } : one,
    );
    return fc
      .record({
        number: count(1, 0xffff),
        token: u32,
        replace: fc.boolean(),
        base: fc.constant(milliseconds(base)),
        keyframes: fc.array(frame, { minLength: 1, maxLength: 20 }),
      })
      .map((batch) => ({ zones, hub, batch }));
  });
