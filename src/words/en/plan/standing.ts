/** Where somebody stands in a plan, in a sentence or two. */

import type { Missed, Standing } from '../../../plan/standing.ts';
import type { Step } from '../../../plan/step.ts';
import { count } from '../numbers.ts';
import { deedLine } from './steps.ts';

const days = (value: number): string => (value === 1 ? '1 day' : `${count(value)} days`);

function lasting(minutes: number): string {
  if (minutes < 120) return `${count(minutes)} min`;
  return minutes < 2 * 24 * 60
    ? `${count(Math.round(minutes / 60))} hours`
    : days(Math.round(minutes / 1440));
}

const missedLines = (missed: Missed | null): readonly string[] =>
  missed === null
    ? []
    : [
        `${days(missed.days)} have passed without a word from you, and ${count(missed.steps)} ${missed.steps === 1 ? 'step' : 'steps'} with them. None of it has to be made up for: go on from today, and say how sore you are now.`,
      ];

export function standingLines(standing: Standing): readonly string[] {
  switch (standing.kind) {
    case 'before':
      return [
        `This device's clock shows a time ${lasting(standing.minutes)} before the event. If that is wrong, set the clock: the plan's times go by it.`,
      ];
    case 'over':
      return [
        ...missedLines(standing.missed),
        `The plan ended ${days(standing.days)} ago. If your legs are hardly sore, go on with your usual training, a little less of it at first.`,
      ];
    case 'during':
      return [
        ...missedLines(standing.missed),
        ...(standing.now === null ? [] : [`Now: ${deedLine(standing.now.deed)}.`]),
        ...(standing.next === null
          ? []
          : [
              `Next, ${standing.next.day > standing.day ? `day ${count(standing.next.day)} ` : ''}at ${standing.next.at.slice(11)}: ${deedLine(standing.next.deed)}.`,
            ]),
      ];
  }
}

/** A day that is over, in a line: "2 steps done, 1 skipped, 4 not reported". */
export function dayOver(steps: readonly Step[]): string {
  const of = (kind: Step['state']['kind']): number => steps.filter(({ state }) => state.kind === kind).length;
  const counts = [
    { many: of('done'), as: 'done' },
    { many: of('skipped'), as: 'skipped' },
    { many: of('passed'), as: 'not reported' },
    { many: of('locked') + of('due'), as: 'not offered' },
  ].filter(({ many }) => many > 0);
  return counts.map(({ many, as }) => `${count(many)} ${as}`).join(', ');
}
