/** A plan as text: what holds now, then each day with its steps, each with its reason where it comes first, and the sources. */

import type { Sign } from '../../plan/change/locks.ts';
import type { Plan, PlanDay } from '../../plan/plan.ts';
import { stepsOf } from '../../plan/plan.ts';
import type { Reason } from '../../plan/rules/reasons.ts';
import { type SourceName, sources } from '../../plan/rules/sources.ts';
import type { Standing } from '../../plan/standing.ts';
import type { Step } from '../../plan/step.ts';
import { dayOf, timeOf } from '../../plan/time/wall-clock.ts';
import { capital, list } from '../../words/en/numbers.ts';
import { adviceLine } from '../../words/en/plan/advice.ts';
import { lockWords } from '../../words/en/plan/locks.ts';
import { dayName, eventNames, toolNames } from '../../words/en/plan/names.ts';
import { reasonLine } from '../../words/en/plan/reasons.ts';
import { sourceLine } from '../../words/en/plan/sources.ts';
import { dayOver, standingLines } from '../../words/en/plan/standing.ts';
import { checkLine, deedHow, deedLine, remarks } from '../../words/en/plan/steps.ts';

function heading({ asked: { event, person } }: Plan): string {
  const { kind, at, zone } = event;
  const owned = person.owns.map((tool) => toolNames[tool]);
  const when = `${dayName(dayOf(at))} ${at.slice(0, 4)} at ${timeOf(at)} (${zone})`;
  return [
    `${eventNames[kind]}, ${kind === 'desk' ? 'beginning' : 'ended'} ${when}.`,
    owned.length > 0 ? `With ${list(owned)}.` : 'With nothing but your hands.',
  ].join(' ');
}

const indented = (text: string): string => `         ${text}`;

/** The first time of a reason, what is to be done is told at length. */
class StepLines {
  readonly #numbers: ReadonlyMap<SourceName, number>;
  readonly #told = new Set<Reason>();

  constructor(numbers: ReadonlyMap<SourceName, number>) {
    this.#numbers = numbers;
  }

  of(step: Step): readonly string[] {
    const { at, deed, askFirst, why } = step;
    const said = remarks(step);
    const line = `  ${timeOf(at)}  ${deedLine(deed)}${said.length > 0 ? ` (${said.join('; ')})` : ''}`;
    const check = askFirst === null ? [] : [indented(checkLine(askFirst))];
    if (this.#told.has(why)) return [line, ...check];
    this.#told.add(why);
    const notes = step.sources.map((source) => `[${this.#numbers.get(source)}]`).join('');
    return [line, ...check, indented(deedHow(deed)), indented(`${reasonLine(why)} ${notes}`)];
  }
}

const lockLines = ({ locks }: Plan): readonly string[] =>
  locks.flatMap((lock) => {
    const { title, advice } = lockWords(lock);
    return [title.toUpperCase(), ...advice, ''];
  });

/** Signs beside which nothing else matters, and nothing else is shown. */
const alone: readonly (Sign | undefined)[] = ['emergency', 'urgent'];

/** @param standing null = the time is not known */
export function planLines(plan: Plan, standing: Standing | null): string {
  if (alone.includes(plan.locks[0]?.sign)) return lockLines(plan).join('\n').trimEnd();
  const used = [...new Set(stepsOf(plan).flatMap(({ sources: of }) => of))];
  const numbers = new Map(used.map((name, index) => [name, index + 1]));
  const lines = new StepLines(numbers);
  const today =
    standing === null || standing.kind === 'before' ? 0 : standing.kind === 'over' ? Infinity : standing.day;
  const day = ({ day: number, date, steps }: PlanDay): readonly string[] => {
    const name = `Day ${number}, ${dayName(date)}`;
    return number < today
      ? [`${name}: ${dayOver(steps)}`]
      : ['', name, ...steps.flatMap((step) => lines.of(step))];
  };
  return [
    heading(plan),
    ...lockLines(plan),
    ...(standing === null ? [] : standingLines(standing).map(capital)),
    '',
    ...plan.advice.map((advice) => adviceLine(advice)),
    ...(today > 0 ? [''] : []),
    ...plan.days.flatMap(day),
    '',
    'What stands behind it',
    ...used.map((name) => `  [${numbers.get(name)}] ${sourceLine(name, sources)}`),
  ].join('\n');
}
