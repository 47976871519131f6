/** Undo and redo. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { begun, changed, type History, redone, undone } from '../../../../src/program/edit/history.ts';
import '../../../seed.ts';

const times = <T>(
  step: (history: History<T>) => History<T>,
  count: number,
  history: History<T>,
): History<T> => Array.from({ length: count }).reduce<History<T>>(step, history);

test('undo leads back through every step to the beginning, and redo through every step to the end', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 50 }), (values) => {
      const end = values.reduce((so, value, index) => changed(so, { value, index }, null), begun<object>({}));
      const start = times(undone, values.length + 3, end);
      expect(start.now).toEqual({});
      expect(start.past).toEqual([]);
      expect(times(redone, values.length + 3, start).now).toBe(end.now);
    }),
  );
});

test('a gesture is one step, however many changes it has; the next gesture is another', () => {
  const dragged = [1, 2, 3].reduce((so, value) => changed(so, value, 'drag 1'), begun(0));
  expect(undone(dragged).now).toBe(0);
  const again = changed(dragged, 4, 'drag 2');
  expect(undone(again).now).toBe(3);
  // What was undone is not joined to what comes after it.
  expect(undone(changed(undone(again), 5, 'drag 2')).now).toBe(3);
});

test('a change after an undo takes the place of what was undone; no change at all takes nothing', () => {
  const back = undone(changed(changed(begun('a'), 'b', null), 'c', null));
  expect(changed(back, 'b', null)).toBe(back);
  const other = changed(back, 'd', null);
  expect(redone(other)).toBe(other);
  expect(undone(other).now).toBe('b');
});

test('keeps a bounded number of steps', () => {
  const long = Array.from({ length: 1000 }).reduce<History<number>>(
    (so) => changed(so, so.now + 1, null),
    begun(0),
  );
  expect(times(undone, 1000, long).now).toBe(800);
});
