/** Only src/clock touches timers and the time, and RxJS always gets a scheduler. These tests try ways around that rule. */

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

/** One planted file per expression; keys are paths. */
const plant = (folder: string, expressions: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    expressions.map((expression, n) => [`${folder}/case-${n}.ts`, `export const it = ${expression};\n`]),
  );

const errorsIn = (folder: string, expressions: readonly string[]): readonly (readonly [string, number])[] => {
  const found = lintPlanted(plant(folder, expressions));
  return expressions.map((expression, n) => [expression, found.get(`${folder}/case-${n}.ts`)?.length ?? -1]);
};

describe('time', () => {
  test.each(['src/session', 'src/ui', 'src/app', 'src/cli', 'firmware-protocol'])(
    'is available to %s only as a Clock',
    (folder) => {
      for (const [expression, errors] of errorsIn(folder, timers))
        expect([expression, errors > 0]).toEqual([expression, true]);
    },
  );

  test.each(['src/clock', 'tests/unit', 'scripts'])('is available to %s directly', (folder) => {
    for (const [expression, errors] of errorsIn(folder, timers))
      expect([expression, errors]).toEqual([expression, 0]);
  });

  test('allows a picture, and nothing else, to request the next frame', () => {
    const frame = ['requestAnimationFrame(work)'];
    expect(errorsIn('src/ui', frame)).toEqual([[frame[0], 0]]);
    expect(errorsIn('src/session', frame)).toEqual([[frame[0], 1]]);
  });

  test('is kept from RxJS where it would use the platform’s timers', () => {
    for (const [expression, errors] of errorsIn('src/boots', schedulerless))
      expect([expression, errors > 0]).toEqual([expression, true]);
  });

  test('is available to RxJS through a scheduler', () => {
    for (const [expression, errors] of errorsIn('src/boots', scheduled))
      expect([expression, errors]).toEqual([expression, 0]);
  });
});
