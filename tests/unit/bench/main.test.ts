/** The benchmark's output is well-formed. Nothing here tests how fast anything is. */

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { rowNames } from '../../bench/figure.ts';
import { measurements } from '../../bench/measurements.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** Each test starts the benchmark as a process, which takes long on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

const bench = (...flags: string[]) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', 'tests/bench/main.ts', ...flags], {
    cwd: ROOT,
  });

test('every row is measured, once', () => {
  expect(measurements.flatMap(({ rows }) => rows).sort()).toEqual([...rowNames].sort());
});

test('--json prints one array and nothing else, with the rows asked for', async () => {
  const { stdout, stderr } = await bench('--json', '--only', 'compile.60-min');
  expect(JSON.parse(stdout)).toEqual([
    {
      name: 'compile.60-min',
      value: expect.any(Number),
      unit: 'ms',
      better: 'lower',
      aim: null,
      peer: null,
      peerValue: null,
      ratio: null,
    },
  ]);
  expect(stderr).toContain('composing');
});

test('without --json it prints a table', async () => {
  const { stdout } = await bench('--only', 'compile.60-min');
  const [headings, rule, row, ...rest] = stdout.trimEnd().split('\n');
  expect(headings?.split(/ {2,}/)).toEqual([
    'name',
    'value',
    'unit',
    'better',
    'aim',
    'peer value',
    'ratio',
    'peer',
  ]);
  expect(rule).toMatch(/^[─ ]+$/);
  expect(row).toMatch(/^compile\.60-min +[\d.]+ +ms +lower +– +– +– +–$/);
  expect(rest).toEqual([]);
});

test('a row that does not exist is refused, and the message names those that do', async () => {
  await expect(bench('--only', 'nothing')).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('page.ready-gzip'),
  });
});
