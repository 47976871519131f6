/** What stands behind a step, and how much that is. */

import type { Source, SourceName } from '../../../plan/rules/sources.ts';
import { count } from '../numbers.ts';

type Sourced = Readonly<Record<SourceName, Source>>;

const found: Readonly<Record<SourceName, (studies: string, people: string) => string>> = {
  practice: () => 'What runners and coaches do; no study stands behind the figures.',
  choice: () => 'A careful choice made for this plan; no study stands behind the figures.',
  limit: () =>
    'A safety limit of this project: two hours after the finish at the earliest, time between sessions, a daily dose. Conservative, no standard.',
  'boots-review': (studies, people) =>
    `A review of ${studies} studies with ${people} people: boots did little or nothing for function, and little to a moderate amount for soreness.`,
  'walk-only': (_, people) =>
    `A trial of ${people} men after a half-marathon: active recovery straight after the race made perceived recovery worse.`,
  'recovery-review': (studies) =>
    `A comparison of ${studies} studies: massage did most for soreness and fatigue, compression and cold water less.`,
  'ultra-trial': (_, people) =>
    `A trial of ${people} runners after 161 km: 20 minutes of boots or massage lowered fatigue right afterwards; on days 1 to 7 there was no difference.`,
  thirst: () => 'The consensus of a conference on low blood sodium in sport: drink to thirst.',
};

const figure = (value: number | null): string => (value === null ? '' : count(value));

/** @param sources the table of plan/rules/sources.ts, which words may not import */
export function sourceLine(name: SourceName, sources: Sourced): string {
  const source = sources[name];
  if (source.kind !== 'study') return found[name]('', '');
  return `${found[name](figure(source.studies), figure(source.people))} doi:${source.doi}`;
}
