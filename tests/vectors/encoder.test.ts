/** A second encoder, written in C from PROTOCOL.md alone, gives the same bytes for the vectors that a sender can produce. */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ours, refused, type Vector } from './vector.ts';

const haveCompiler = spawnSync('cc', ['--version']).status === 0;
const inCi = process.env.CI === 'true';

function flattened(value: unknown, path: string): string[] {
  if (value === null) return [`${path}=none`];
  if (typeof value === 'boolean') return [`${path}=${value ? 1 : 0}`];
  if (typeof value !== 'object') return [`${path}=${value}`];
  return Object.entries(value as object).flatMap(([key, inner]) =>
    flattened(inner, path ? `${path}.${key}` : key),
  );
}

function lineOf({ frame, fields, sent, hub, spelledOut }: Vector): string {
  const choice = { ...(hub === undefined ? {} : { hub }), ...(spelledOut ? { spelledOut } : {}) };
  return [frame, ...flattened({ ...(sent ?? fields), ...choice }, '')].join('\t');
}

it('runs with a C compiler, always in CI', ({ skip }) => {
  if (!haveCompiler && !inCi) skip('no C compiler (cc) here: nothing was confirmed');
  expect(haveCompiler).toBe(true);
});

describe.runIf(haveCompiler)('the C encoder', () => {
  let folder = '';
  let program = '';
  const run = (lines: readonly string[]): string[] =>
    execFileSync(program, { input: `${lines.join('\n')}\n`, encoding: 'utf8' })
      .trimEnd()
      .split('\n');

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'heartward-encoder-'));
    program = join(folder, 'encoder');
    const source = join(import.meta.dirname, 'encoder.c');
    execFileSync('cc', ['-std=c99', '-Wall', '-Wextra', '-Werror', '-o', program, source], { stdio: 'pipe' });
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('computes the check value given in PROTOCOL.md', () => {
    expect(run(['crc\thex=31 32 33 34 35 36 37 38 39 00 00'])).toEqual(['91 6f']);
  });

  it('encodes every good frame as in its vector, bytes and ruler', () => {
    const written = run(ours.map(lineOf)).map((line) => line.split('\t'));
    const bytes = written.map(([hex], i) => ({ name: ours[i]?.name, hex }));
    expect(bytes).toEqual(ours.map(({ name, hex }) => ({ name, hex })));
    expect(written.map(([, ...ruler]) => ruler)).toEqual(ours.map(({ ruler }) => ruler));
  });

  it('finds the CRC right in every frame refused for another reason, and wrong in the others', () => {
    const longEnough = refused.filter(({ hex }) => hex.length > 5);
    const checks = run(longEnough.map(({ hex }) => `crc\thex=${hex}`));
    const wrong = longEnough.filter(({ hex }, i) => hex.slice(-5) !== checks[i]);
    const damaged = ['crc', 'short'];
    expect(wrong.filter(({ refusal }) => !damaged.includes(refusal?.reason ?? ''))).toEqual([]);
    expect(
      longEnough.filter(({ refusal }) => refusal?.reason === 'crc').every((vector) => wrong.includes(vector)),
    ).toBe(true);
  });
});
