/** Where a person stands in a plan, and what became of the steps of a past day. */

import type { Missed, Standing } from '../../../plan/standing.ts';
import type { Step } from '../../../plan/step.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import type { PlanWords } from '../../plan/plan-words.ts';

const days = (n: Numbers, value: number): string =>
  `${n.count(value)} ${n.plural(value, { one: 'day', other: 'days' })}`;

function lasting(n: Numbers, minutes: number): string {
  if (minutes < 120) return n.whole(minutes, 'min');
  return minutes < 2 * 24 * 60
    ? `${n.count(Math.round(minutes / 60))} hours`
    : days(n, Math.round(minutes / 1440));
}

const missedLines = (n: Numbers, missed: Missed | null): readonly string[] =>
  missed === null
    ? []
    : [
        `${days(n, missed.days)} have passed without a word from you, and ${n.count(missed.steps)} ${n.plural(missed.steps, { one: 'step', other: 'steps' })} with them. None of it has to be made up for: go on from today, and say how sore you are now.`,
      ];

export const standing =
  (n: Numbers, actionLine: PlanWords['action']) =>
  (where: Standing): readonly string[] => {
    switch (where.kind) {
      case 'before':
        return [
          `This device's clock shows a time ${lasting(n, where.minutes)} before the event. If that is wrong, set the clock: the plan's times go by it.`,
        ];
      case 'over':
        return [
          ...missedLines(n, where.missed),
          `The plan ended ${days(n, where.days)} ago. If your legs are hardly sore, go back to your usual training, a little less of it at first.`,
        ];
      case 'during':
        return [
          ...missedLines(n, where.missed),
          ...(where.now === null ? [] : [`Now: ${actionLine(where.now.action)}.`]),
          ...(where.next === null
            ? []
            : [
                `Next, ${where.next.day > where.day ? `day ${n.count(where.next.day)} ` : ''}at ${n.dates.time(where.next.at)}: ${actionLine(where.next.action)}.`,
              ]),
        ];
    }
  };

export const dayOver =
  (n: Numbers) =>
  (steps: readonly Step[]): string => {
    const of = (kind: Step['state']['kind']): number =>
      steps.filter(({ state }) => state.kind === kind).length;
    const counts = [
      { many: of('done'), as: 'done' },
      { many: of('skipped'), as: 'skipped' },
      { many: of('passed'), as: 'not reported' },
      { many: of('locked') + of('due'), as: 'not offered' },
    ].filter(({ many }) => many > 0);
    return n.list(counts.map(({ many, as }) => `${n.count(many)} ${as}`));
  };
