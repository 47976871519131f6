/** The frames of the session in the appendix of PROTOCOL.md are vectors too, and the codecs agree with them. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codecOf, contextOf } from './codec.ts';
import { bytesOf, hexOf, protocolFolder, rulerHex, vectors } from './vector.ts';

const text = readFileSync(join(protocolFolder, 'PROTOCOL.md'), 'utf8');
const examples = Array.from(
  text.matchAll(/^```ruler (.+)\n([\s\S]+?)\n```$/gm),
  ([, name = '', lines = '']) => ({
    name,
    lines: lines.split('\n'),
  }),
);

describe('the worked examples', () => {
  it('are a session from requesting control to Stop, plus one of each other kind of frame, and a record', () => {
    const ops = examples
      .map(({ name }) => vectors.find((vector) => vector.name === name))
      .map((vector) => (vector?.frame === 'command' ? vector.fields?.op : vector?.frame));
    expect(ops).toEqual([
      ...['requestControl', 'response', 'prepare', 'response', 'batch', 'start', 'response'],
      ...['keepAlive', 'response', 'status'],
      ...['ceiling', 'response', 'stop', 'response'],
      ...['feature', 'telemetry', 'batch', 'response'],
      ...['reportRecords', 'response', 'record', 'record'],
    ]);
  });

  it.each(examples)('$name', ({ name, lines }) => {
    const hex = rulerHex(lines);
    const vector = vectors.find((candidate) => candidate.name === name);
    if (!vector) throw new Error(`no vector is named "${name}"`);
    expect(hex).toBe(vector.hex);
    expect(lines).toEqual(vector.ruler);
    const codec = codecOf(vector.frame);
    expect(codec.decode(bytesOf(hex), contextOf(vector))).toEqual({ ok: true, value: vector.fields });
    expect(hexOf(codec.encode(vector.fields, contextOf(vector)))).toBe(hex);
  });
});
