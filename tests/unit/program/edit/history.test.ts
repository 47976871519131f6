import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type History,
  recordChange,
  redo,
  startHistory,
  undo,
} from '../../../../src/program/edit/history.ts';
import '../../../seed.ts';

const times = <T>(
  step: (history: History<T>) => History<T>,
  count: number,
  history: History<T>,
): History<T> => Array.from({ length: count }).reduce<History<T>>(step, history);

test('undo leads back through every step to the first value, and redo through every step to the last', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 50 }), (values) => {
      const end = values.reduce(
        (so, value, index) => recordChange(so, { value, index }, null),
        startHistory<object>({}),
      );
      const start = times(undo, values.length + 3, end);
      expect(start.now).toEqual({});
      expect(start.past).toEqual([]);
      expect(times(redo, values.length + 3, start).now).toBe(end.now);
    }),
  );
});

test('a gesture is one step, however many changes it has; the next gesture is another', () => {
  const dragged = [1, 2, 3].reduce((so, value) => recordChange(so, value, 'drag 1'), startHistory(0));
  expect(undo(dragged).now).toBe(0);
  const again = recordChange(dragged, 4, 'drag 2');
  expect(undo(again).now).toBe(3);
  // A change after an undo is a step of its own, even in the same gesture.
  expect(undo(recordChange(undo(again), 5, 'drag 2')).now).toBe(3);
});

test('a change after an undo replaces what was undone; a change to the same value replaces nothing', () => {
  const back = undo(recordChange(recordChange(startHistory('a'), 'b', null), 'c', null));
  expect(recordChange(back, 'b', null)).toBe(back);
  const other = recordChange(back, 'd', null);
  expect(redo(other)).toBe(other);
  expect(undo(other).now).toBe('b');
});

test('the history keeps a bounded number of steps', () => {
  const long = Array.from({ length: 1000 }).reduce<History<number>>(
    (so) => recordChange(so, so.now + 1, null),
    startHistory(0),
  );
  expect(times(undo, 1000, long).now).toBe(800);
});
