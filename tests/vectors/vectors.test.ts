/** The codecs agree with the vectors, and the vectors with each other. */

import { describe, expect, it } from 'vitest';
import { isStop, opCodes, stopCounter } from '../../firmware-protocol/command.ts';
import { faultCodes } from '../../firmware-protocol/fault-codes.ts';
import { resultCodes } from '../../firmware-protocol/response.ts';
import {
  endReasonCodes,
  operationCodes,
  therapyCodes,
  timelineRefusalCodes,
} from '../../firmware-protocol/status.ts';
import { codecOf, contextOf } from './codec.ts';
import {
  bytesOf,
  frames,
  good,
  hexOf,
  ours,
  refused,
  rulerHex,
  stops,
  type Vector,
  vectors,
} from './vector.ts';

const distinct = (of: readonly Vector[], key: string): unknown[] =>
  [...new Set(of.map(({ fields }) => fields?.[key]))].filter((value) => value !== undefined);

describe('frames that are good', () => {
  it.each(good)('$name: decodes to its fields', (vector) => {
    const decoded = codecOf(vector.frame).decode(bytesOf(vector.hex), contextOf(vector));
    expect(decoded).toEqual({ ok: true, value: vector.fields });
  });

  it.each(ours.filter(({ spelledOut }) => !spelledOut))('$name: is written as its bytes', (vector) => {
    const codec = codecOf(vector.frame);
    expect(hexOf(codec.encode(vector.sent ?? vector.fields, contextOf(vector)))).toBe(vector.hex);
  });
});

describe('frames that are refused', () => {
  it.each(refused)('$name', ({ frame, hex, refusal, ...context }) => {
    const decoded = codecOf(frame).decode(bytesOf(hex), contextOf(context));
    expect(decoded).toMatchObject({ ok: false, refusal });
  });
});

describe('Stop', () => {
  it.each(stops)('$name', ({ hex, fields }) => {
    const bytes = bytesOf(hex);
    expect({ stop: isStop(bytes), counter: stopCounter(bytes) }).toEqual(fields);
  });
});

describe('the vectors themselves', () => {
  it.each(vectors)('$name: the ruler shows the bytes', ({ hex, ruler }) => {
    expect(rulerHex(ruler)).toBe(hex);
  });

  it('have distinct names, a known frame, and either fields or a refusal', () => {
    expect(new Set(vectors.map(({ name }) => name)).size).toBe(vectors.length);
    for (const { frame, fields, refusal } of vectors) {
      expect(frames).toContain(frame);
      expect((fields === undefined) !== (refusal === undefined)).toBe(true);
    }
  });

  it('contain every command, accepted and refused', () => {
    const commands = good.filter(({ frame }) => frame === 'command');
    expect(distinct(commands, 'op').sort()).toEqual(Object.keys(opCodes).sort());
  });

  it('contain every result, and a success of every command', () => {
    const responses = good.filter(({ frame }) => frame === 'response');
    expect(distinct(responses, 'result').sort()).toEqual(Object.keys(resultCodes).sort());
    const successes = responses.filter(({ fields }) => fields?.result === 'success');
    expect(distinct(successes, 'op').sort()).toEqual(Object.keys(opCodes).sort());
  });

  it.each([
    ['therapy', therapyCodes],
    ['operation', operationCodes],
    ['refusal', timelineRefusalCodes],
    ['fault', faultCodes],
    ['endReason', endReasonCodes],
  ])('contain every code of %s', (key, codes) => {
    const statuses = good.filter(({ frame }) => frame === 'status');
    expect(distinct(statuses, key).sort()).toEqual(Object.keys(codes).sort());
  });

  it.each(['short', 'long', 'crc', 'unknown', 'invalid'])('contain frames refused as %s', (reason) => {
    expect(refused.filter(({ refusal }) => refusal?.reason === reason).length).toBeGreaterThan(1);
  });

  it('contain refused frames of every kind except Stop', () => {
    expect(new Set(refused.map(({ frame }) => frame))).toEqual(
      new Set(frames.filter((frame) => frame !== 'stop')),
    );
  });
});
