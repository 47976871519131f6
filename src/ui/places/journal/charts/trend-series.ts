/** Turns trends into series for a chart and a table: for each day a value, or null for none. */

import { soreMuscles } from '../../../../journal/entry.ts';
import type { DosePoint, ScorePoint, SorePoint } from '../../../../journal/views/trends.ts';
import type { CalendarDay } from '../../../../plan/time/wall-clock.ts';

export interface Series {
  readonly name: string;
  /** The days of the values. All series of a chart have the same days. */
  readonly days: readonly CalendarDay[];
  readonly values: readonly (number | null)[];
}

/** The highest score of each day, for each muscle that has any. @param names the muscles' names, in the order of `soreMuscles` */
export function sorenessSeries(points: readonly SorePoint[], names: readonly string[]): readonly Series[] {
  const days = [...new Set(points.map(({ day }) => day))].sort();
  const row = new Map(days.map((day, at) => [day, at]));
  return soreMuscles
    .map((muscle, at): Series => {
      const values = days.map((): number | null => null);
      for (const { day, scores } of points) {
        const index = row.get(day) ?? 0;
        const score = scores[muscle];
        if (score !== null) values[index] = Math.max(values[index] ?? 0, score);
      }
      return { name: names[at] ?? muscle, days, values };
    })
    .filter(({ values }) => values.some((value) => value !== null));
}

export const doseSeries = (points: readonly DosePoint[], name: string): readonly Series[] =>
  points.length === 0
    ? []
    : [{ name, days: points.map(({ day }) => day), values: points.map(({ dose }) => dose) }];

export const readinessSeries = (points: readonly ScorePoint[], name: string): readonly Series[] =>
  points.length === 0
    ? []
    : [{ name, days: points.map(({ day }) => day), values: points.map(({ score }) => score) }];
