/**
 * Frames of a session, written by a firmware engineer who had only the body of PROTOCOL.md: no codecs, vectors or worked examples.
 * by-hand.json has their bytes, and the fields that they are meant to have. The codecs must agree in both directions.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isStop, stopCounter } from '../../firmware-protocol/command.ts';
import { codecOf, contextOf } from './codec.ts';
import { bytesOf, hexOf, type Vector } from './vector.ts';

type WrittenByHand = Required<Pick<Vector, 'name' | 'frame' | 'hex' | 'fields'>> &
  Pick<Vector, 'zones' | 'hub'>;

const frames = JSON.parse(
  readFileSync(join(import.meta.dirname, 'by-hand.json'), 'utf8'),
) as readonly WrittenByHand[];

describe('frames written from PROTOCOL.md alone', () => {
  it.each(frames)('$name: decodes as intended', (written) => {
    const decoded = codecOf(written.frame).decode(bytesOf(written.hex), contextOf(written));
    expect(decoded).toEqual({ ok: true, value: written.fields });
  });

  it.each(frames)('$name: encodes to the same bytes', (written) => {
    const bytes = codecOf(written.frame).encode(written.fields, contextOf(written));
    expect(hexOf(bytes)).toBe(written.hex);
  });

  it('cover every kind of frame, and the Stop is one', () => {
    expect(new Set(frames.map(({ frame }) => frame))).toEqual(
      new Set(['feature', 'command', 'response', 'batch', 'status', 'telemetry']),
    );
    const stop = bytesOf(frames.find(({ name }) => name === 'stop')?.hex ?? '');
    expect([isStop(stop), stopCounter(stop)]).toEqual([true, 6]);
  });
});
