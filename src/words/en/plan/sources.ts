/** The evidence for a step, and how strong it is. */

import type { Source, SourceName } from '../../../plan/rules/sources.ts';
import type { Numbers } from '../../numbers-and-units.ts';

const found: Readonly<Record<SourceName, (studies: string, people: string) => string>> = {
  practice: () => 'What runners and coaches do; no study supports the figures.',
  choice: () => 'A careful choice made for this plan; no study supports the figures.',
  limit: () =>
    'A safety limit of this project: two hours after the finish at the earliest, time between sessions, a daily dose. Conservative, not a standard.',
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

export const source =
  (n: Numbers) =>
  (name: SourceName, of: Source): string => {
    if (of.kind !== 'study') return found[name]('', '');
    const figure = (value: number | null): string => (value === null ? '' : n.count(value));
    return `${found[name](figure(of.studies), figure(of.people))} doi:${of.doi}`;
  };
