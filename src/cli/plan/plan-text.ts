/** The text of a plan: locks, what to do now and advice, then each day with its steps, and the sources. */

import type { Sign } from '../../plan/change/locks.ts';
import type { Plan, PlanDay } from '../../plan/plan.ts';
import { stepsOf } from '../../plan/plan.ts';
import type { Reason } from '../../plan/rules/reasons.ts';
import { type SourceName, sources } from '../../plan/rules/sources.ts';
import type { Standing } from '../../plan/standing.ts';
import type { Step } from '../../plan/step.ts';
import { timeOf } from '../../plan/time/wall-clock.ts';
import { words } from '../../words/in-use.ts';
import { planWords } from '../../words/plan/plan-in-use.ts';
import type { PlanWords } from '../../words/plan/plan-words.ts';

const indented = (text: string): string => `         ${text}`;

/** The first step with a given reason shows that reason and how to do the step; later steps with the same reason do not. */
class StepLines {
  readonly #words: PlanWords;
  readonly #numbers: ReadonlyMap<SourceName, number>;
  readonly #explained = new Set<Reason>();

  constructor(texts: PlanWords, numbers: ReadonlyMap<SourceName, number>) {
    this.#words = texts;
    this.#numbers = numbers;
  }

  of(step: Step): readonly string[] {
    const { at, action, askFirst, why } = step;
    const texts = this.#words;
    const remarks = texts.remarks(step);
    const line = `  ${timeOf(at)}  ${texts.action(action)}${remarks === '' ? '' : ` (${remarks})`}`;
    const check = askFirst === null ? [] : [indented(texts.checks[askFirst])];
    if (this.#explained.has(why)) return [line, ...check];
    this.#explained.add(why);
    const notes = step.sources.map((source) => `[${this.#numbers.get(source)}]`).join('');
    return [line, ...check, indented(texts.how(action)), indented(`${texts.reasons[why]} ${notes}`)];
  }
}

const lockLines = (texts: PlanWords, { locks }: Plan): readonly string[] =>
  locks.flatMap((lock) => {
    const { title, advice } = texts.lock(lock);
    return [title.toUpperCase(), ...advice, ''];
  });

/** If one of these signs comes first, nothing of the plan but its locks is printed. */
const alone: readonly (Sign | undefined)[] = ['emergency', 'urgent'];

/** @param standing where the person is in the plan; null = the time is not known */
export function planLines(plan: Plan, standing: Standing | null): string {
  const texts = planWords();
  if (alone.includes(plan.locks[0]?.sign)) return lockLines(texts, plan).join('\n').trimEnd();
  const used = [...new Set(stepsOf(plan).flatMap(({ sources: of }) => of))];
  const numbers = new Map(used.map((name, index) => [name, index + 1]));
  const lines = new StepLines(texts, numbers);
  const today =
    standing === null || standing.kind === 'before' ? 0 : standing.kind === 'over' ? Infinity : standing.day;
  const day = ({ day: number, date, steps }: PlanDay): readonly string[] => {
    const name = texts.day(number, date);
    return number < today
      ? [`${name}: ${texts.dayOver(steps)}`]
      : ['', name, ...steps.flatMap((step) => lines.of(step))];
  };
  return [
    texts.heading(plan.request),
    ...lockLines(texts, plan),
    ...(standing === null ? [] : texts.standing(standing).map(words.capital)),
    '',
    ...plan.advice.map((advice) => texts.advice[advice]),
    ...(today > 0 ? [''] : []),
    ...plan.days.flatMap(day),
    '',
    texts.sources,
    ...used.map((name) => `  [${numbers.get(name)}] ${texts.source(name, sources[name])}`),
  ].join('\n');
}
