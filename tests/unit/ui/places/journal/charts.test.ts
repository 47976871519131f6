import { expect, it } from 'vitest';
import { milliseconds, mmhg } from '../../../../../firmware-protocol/quantities.ts';
import type { CalendarDay } from '../../../../../src/plan/time/wall-clock.ts';
import { columnsOfTrace } from '../../../../../src/ui/places/journal/charts/trace-columns.ts';
import {
  doseSeries,
  readinessSeries,
  sorenessSeries,
} from '../../../../../src/ui/places/journal/charts/trend-series.ts';

const day = (text: string): CalendarDay => text as CalendarDay;

it('a trace has columns for seconds, measured pressures and targets; a target is 0 for open and empty for sealed', () => {
  const trace = {
    period: milliseconds(500),
    zones: [
      {
        side: 'left',
        part: 'calf',
        measured: [mmhg(10), null, mmhg(12)],
        targets: [mmhg(20), 'seal', 'vent'],
      },
    ],
  } as const;
  expect(columnsOfTrace(trace)).toEqual([
    [0, 0.5, 1],
    [10, null, 12],
    [20, null, 0],
  ]);
});

it('the soreness of a day is its highest score for each muscle', () => {
  const none = { legs: null, calf: null, quadriceps: null, hamstrings: null, foot: null };
  const series = sorenessSeries(
    [
      { day: day('2026-11-28'), when: 'morning', scores: { ...none, calf: 4 } },
      { day: day('2026-11-28'), when: 'after', scores: { ...none, calf: 6, foot: 1 } },
      { day: day('2026-11-29'), when: 'morning', scores: { ...none, calf: 2 } },
    ],
    ['Legs', 'Calves', 'Quadriceps', 'Hamstrings', 'Feet'],
  );
  expect(series.map(({ name, values }) => [name, values])).toEqual([
    ['Calves', [6, 2]],
    ['Feet', [1, null]],
  ]);
});

it('without entries there are no series, and one dose makes a series of one value', () => {
  expect([doseSeries([], 'x'), readinessSeries([], 'x'), sorenessSeries([], [])]).toEqual([[], [], []]);
  expect(doseSeries([{ day: day('2026-11-29'), dose: 700 }], 'x')[0]?.values).toEqual([700]);
});
