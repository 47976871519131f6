/** Encoders throw if a value cannot be sent, because such a value is a bug of the caller. */

import { describe, expect, it } from 'vitest';
import { encodeCommand, programName } from '../../../firmware-protocol/command.ts';
import type { Keyframe, Target } from '../../../firmware-protocol/keyframe.ts';
import { nextBatchNumber, nextCounter } from '../../../firmware-protocol/layout/frame.ts';
import { milliseconds, mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';
import { encodeTelemetry } from '../../../firmware-protocol/telemetry.ts';
import { type Batch, encodeBatch } from '../../../firmware-protocol/timeline.ts';

const keyframe: Keyframe = {
  at: milliseconds(1000),
  targets: [mmhg(20), mmhg(20), mmhg(20)],
  ramp: mmhgPerSecond(10),
  gate: seconds(30),
  cycle: false,
  end: false,
};
const batch: Batch = { number: 1, token: 7, replace: false, base: milliseconds(0), keyframes: [keyframe] };
const withKeyframe = (change: Partial<Keyframe>): Batch => ({
  ...batch,
  keyframes: [{ ...keyframe, ...change }],
});

describe('a batch', () => {
  it.each<[string, Batch]>([
    ['no keyframes', { ...batch, keyframes: [] }],
    ['number 0', { ...batch, number: 0 }],
    ['a keyframe before its base', { ...batch, base: milliseconds(1010) }],
    ['a keyframe too far from its base', withKeyframe({ at: milliseconds(655_360) })],
    ['a ramp above 60 mmHg/s', withKeyframe({ ramp: mmhgPerSecond(60.2) })],
    ['a gate above 600 s', withKeyframe({ gate: seconds(602) })],
    ['a target above 100 mmHg', withKeyframe({ targets: [mmhg(100.3), 'vent', 'vent'] })],
    ['a target that is no number', withKeyframe({ targets: [mmhg(Number.NaN), 'vent', 'vent'] })],
    ['a negative target', withKeyframe({ targets: [mmhg(-0.3), 'vent', 'vent'] })],
    ['an end that holds', withKeyframe({ end: true })],
    [
      'keyframes of different zones',
      { ...batch, keyframes: [keyframe, { ...keyframe, targets: [mmhg(1)] }] },
    ],
  ])('with %s is not sent', (_, wrong) => {
    expect(() => encodeBatch(wrong, false)).toThrow(RangeError);
  });

  it("sends both legs' targets once only if they are the same list, on a hub", () => {
    const legs: Target[] = [...keyframe.targets, ...keyframe.targets];
    const bytes = (change: Partial<Keyframe>, hub: boolean) => encodeBatch(withKeyframe(change), hub).length;
    expect(bytes({ targets: legs }, true)).toBe(22);
    expect(bytes({ targets: legs }, false)).toBe(25);
    expect(bytes({ targets: [...legs.slice(0, 5), 'vent'] }, true)).toBe(25);
  });
});

describe('a command', () => {
  const head = { counter: 1, token: 7 };
  it.each([0, 256])('with counter %i is not sent', (counter) => {
    expect(() => encodeCommand({ op: 'pause', counter, token: 7 })).toThrow(/counter/);
  });
  it.each([4, 31, 254])('with an allowance of %i s is not sent', (allowance) => {
    const flags = { above80Confirmed: false };
    const rest = { highestTarget: mmhg(55), flags, longestWall: seconds(60), program: '', calendar: 0 };
    expect(() => encodeCommand({ op: 'prepare', ...head, ...rest, allowance: seconds(allowance) })).toThrow(
      /allowance/,
    );
  });
  it("with a program's name is cut to 24 bytes, between characters", () => {
    const named = (program: string) =>
      encodeCommand({
        ...{ op: 'prepare', ...head, highestTarget: mmhg(55), flags: { above80Confirmed: false } },
        ...{ longestWall: seconds(60), allowance: seconds(10), program, calendar: 0 },
      });
    expect(() => named('Wadenwickel für Grünwald')).toThrow(/program/);
    expect(programName('Wadenwickel für Grünwald')).toBe('Wadenwickel für Grünwa');
    expect(programName('寝る前に両脚をほぐす')).toBe('寝る前に両脚をほ');
    expect(programName('Flush')).toBe('Flush');
    expect(programName('a\0b')).toBe('a');
    for (const name of ['Wadenwickel für Grünwald', '寝る前に両脚をほぐす', '🦵🦵🦵🦵🦵🦵🦵'])
      expect(named(programName(name))).toHaveLength(41);
  });
  it('that clears a reserved flag is not sent', () => {
    expect(() => encodeCommand({ op: 'resetFlags', ...head, mask: 256 })).toThrow(/mask/);
  });
});

it('telemetry with fewer valves than zones is not sent', () => {
  const sample = { pressures: [mmhg(1), mmhg(2), mmhg(3)], valves: [{ fill: false, vent: true }] };
  const packet = {
    counter: 1,
    clock: milliseconds(0),
    pump: 0,
    targets: keyframe.targets,
    samples: [sample],
  };
  expect(() => encodeTelemetry(packet)).toThrow(/valves/);
});

it('counters and batch numbers skip 0', () => {
  expect([nextCounter(1), nextCounter(254), nextCounter(255), nextCounter(0)]).toEqual([2, 255, 1, 1]);
  expect([nextBatchNumber(1), nextBatchNumber(65535)]).toEqual([2, 1]);
});
