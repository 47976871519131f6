/**
 * In src and firmware-protocol, only src/clock may use the platform's timers and time, and RxJS's time operators must be given a scheduler.
 * These tests try ways around both rules.
 */

import { describe, expect, test } from 'vitest';
import { lintPlanted } from './planted.ts';

const timers = [
  'setTimeout(work, 5)',
  'setInterval(work, 5)',
  'window.setTimeout(work, 5)',
  'globalThis.setInterval(work, 5)',
  'performance.now()',
  'globalThis.performance',
  'Date.now()',
  'new Date()',
  'Math.random()',
  'requestIdleCallback(work)',
];
const schedulerless = [
  'timer(50)',
  'timer(0, 50)',
  'interval(50)',
  'timeout(50)',
  'timeout({ each: 50 })',
  'debounceTime(50)',
  'auditTime(50)',
  'delay(50)',
  'throttleTime(50)',
  'bufferTime(50)',
  'sampleTime(50)',
  'windowTime(50)',
  'timestamp()',
  'retry({ count: 3, delay: 50 })',
  'asyncScheduler',
];
const scheduled = [
  'timer(50, scheduler)',
  'interval(50, this.scheduler)',
  'timeout({ each: 50, scheduler })',
  'debounceTime(50, clockScheduler)',
  'retry({ count: 3, delay: () => timer(50, scheduler) })',
  'retry(3)',
  'new Date(0)',
  'Math.max(0, 1)',
];

const frame = ['requestAnimationFrame(work)'];
const withClock = ['src/session', 'src/ui', 'src/app', 'src/cli', 'firmware-protocol'];
const without = ['src/clock', 'tests/unit', 'scripts'];

const planted: readonly (readonly [folder: string, expressions: readonly string[]])[] = [
  ...[...withClock, ...without].map((folder) => [folder, timers] as const),
  ['src/ui', frame],
  ['src/session', frame],
  ['src/boots', schedulerless],
  ['src/boots', scheduled],
];
const cases = planted.flatMap(([folder, expressions]) =>
  expressions.map((expression) => ({ folder, expression })),
);
const fileOf = ({ folder }: (typeof cases)[number], n: number): string => `${folder}/case-${n}.ts`;

/** Lints all cases in one run of Biome, because starting Biome takes longer than checking them. */
const found = lintPlanted(
  Object.fromEntries(cases.map((each, n) => [fileOf(each, n), `export const it = ${each.expression};\n`])),
);

/** Each of these expressions with the number of errors that it causes in the folder. */
const errorsIn = (folder: string, expressions: readonly string[]): readonly (readonly [string, number])[] =>
  cases.flatMap((each, n) =>
    each.folder === folder && expressions.includes(each.expression)
      ? [[each.expression, found.get(fileOf(each, n))?.length ?? -1] as const]
      : [],
  );

describe('time', () => {
  test.each(withClock)('is available to %s only as a Clock', (folder) => {
    expect(errorsIn(folder, timers)).toHaveLength(timers.length);
    for (const [expression, errors] of errorsIn(folder, timers))
      expect([expression, errors > 0]).toEqual([expression, true]);
  });

  test.each(without)('is available to %s directly', (folder) => {
    expect(errorsIn(folder, timers)).toEqual(timers.map((expression) => [expression, 0]));
  });

  test('allows a picture, and nothing else, to request the next frame', () => {
    expect(errorsIn('src/ui', frame)).toEqual([[frame[0], 0]]);
    expect(errorsIn('src/session', frame)).toEqual([[frame[0], 1]]);
  });

  test('is kept from RxJS where it would use the platform’s timers', () => {
    expect(errorsIn('src/boots', schedulerless)).toHaveLength(schedulerless.length);
    for (const [expression, errors] of errorsIn('src/boots', schedulerless))
      expect([expression, errors > 0]).toEqual([expression, true]);
  });

  test('is available to RxJS through a scheduler', () => {
    expect(errorsIn('src/boots', scheduled)).toEqual(scheduled.map((expression) => [expression, 0]));
  });
});
