/** Every step at a time of its own: inside the limits, beside the others, and moved where it was skipped or its time has passed. */

import type { Asked } from '../asked.ts';
import { gentler } from '../change/gentler.ts';
import type { Told } from '../change/told.ts';
import { lastDayOf } from '../rules/phases.ts';
import { lengthOf, type Step } from '../step.ts';
import { dayAfter, dayOf, faceAfter, roundedUp, timeOf, type WallTime, wallOn } from '../time/wall-clock.ts';
import { allowedStep, isInItsHours, isWaking, sessionOf } from './limits.ts';
import { type Wished, wishedSteps } from './wished.ts';

/** Steps are moved by this, min, until they fit. */
const GRID = 15;
/** What was skipped is offered again from then on. */
const EVENING = '19:00';
const LATEST = '22:45';

type Span = readonly [from: WallTime, until: WallTime];

/** When a step takes somebody's time: all of it, or each of its repeats. */
function spansOf({ at, deed }: Step): readonly Span[] {
  const every = deed.kind === 'walk' ? deed.every : null;
  return Array.from({ length: every?.times ?? 1 }, (_, index): Span => {
    const from = faceAfter(at, index * (every?.minutes ?? 0));
    return [from, faceAfter(from, deed.minutes)];
  });
}

const overlap = (one: Step, other: Step): boolean =>
  spansOf(one).some(([from, until]) => spansOf(other).some(([start, end]) => from < end && start < until));

const isNear = (one: Step, other: Step): boolean =>
  one.date === other.date || dayOf(one.at) === dayOf(other.at);

const endOf = (step: Step): WallTime => faceAfter(step.at, lengthOf(step));

const sameWork = ({ deed: one }: Step, { deed: other }: Step): boolean =>
  one.kind === other.kind &&
  (one.kind !== 'massage' || other.kind !== 'massage' || one.depth === other.depth);

/** Times of one day, from a time on. */
function timesFrom(from: WallTime): readonly WallTime[] {
  const times: WallTime[] = [];
  for (let at = from; dayOf(at) === dayOf(from) && timeOf(at) <= LATEST; at = faceAfter(at, GRID))
    times.push(at);
  return times;
}

const latest = (...times: readonly WallTime[]): WallTime =>
  times.reduce((one, other) => (one > other ? one : other));

const byTime = (one: Step, other: Step): number => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0);

/** Steps as they are given their times, one after the other: each must fit beside those that have one. */
class Placing {
  readonly #asked: Asked;
  readonly #told: Told;
  readonly #now: WallTime | null;
  /** As the rules have them. */
  readonly #wished: ReadonlyMap<string, Step>;
  readonly #steps: Step[] = [];

  constructor(asked: Asked, told: Told, now: WallTime | null) {
    this.#asked = asked;
    this.#told = told;
    this.#now = now;
    const wished = wishedSteps(asked);
    this.#wished = new Map(wished.map(({ step }) => [step.id, step]));
    this.#place(wished);
  }

  /** By time, once it is settled which are done, skipped, passed or moved. */
  settled(): readonly Step[] {
    for (const step of [...this.#steps]) {
      this.#steps.splice(this.#steps.indexOf(step), 1, this.#settle(step));
    }
    return [...this.#steps].sort(byTime);
  }

  /** The base layer and what comes at once have their times whatever else there is. */
  #place(wished: readonly Wished[]): void {
    const [first, others] = [true, false].map((wanted) =>
      wished.filter(({ step, isAtOnce }) => (isAtOnce || step.base) === wanted).map(({ step }) => step),
    );
    for (const step of first ?? []) this.#add(this.#isDone(step) ? step : this.#made(step));
    for (const step of others?.sort(byTime) ?? []) {
      const times = [step.at, ...timesFrom(roundedUp(step.at, GRID))].filter((at) => dayOf(at) === step.date);
      this.#add(this.#isDone(step) ? step : this.#firstFit(step, times, null));
    }
  }

  #isDone({ id }: Step): boolean {
    return this.#told.done.has(id);
  }

  #add(step: Step | null): void {
    if (step !== null) this.#steps.push(step);
  }

  /** As gentle as it has to be; null where it is not offered at all. */
  #made(step: Step): Step | null {
    const made = gentler(step, this.#asked, this.#told);
    return made && { ...step, deed: made.deed, changes: [...step.changes, ...made.changes] };
  }

  /** @param but a step that makes room for this one */
  #fit(step: Step, but: Step | null): Step | null {
    const made = this.#made(step);
    if (made === null || !isWaking(made, this.#asked) || !isInItsHours(made, this.#asked)) return null;
    const others = this.#steps.filter((other) => other !== but);
    if (others.some((other) => isNear(made, other) && overlap(made, other))) return null;
    const sessions = others
      .filter(
        ({ id, state }) =>
          state.kind !== 'skipped' && state.kind !== 'passed' && !this.#told.squeezed.has(id),
      )
      .flatMap((other) => sessionOf(other, this.#asked) ?? []);
    return allowedStep(made, this.#asked, [...sessions, ...this.#told.sessions]);
  }

  #firstFit(step: Step, times: readonly WallTime[], but: Step | null): Step | null {
    for (const at of times) {
      const fit = this.#fit({ ...step, at }, but);
      if (fit !== null) return fit;
    }
    return null;
  }

  #settle(step: Step): Step {
    if (this.#isDone(step)) return { ...step, state: { kind: 'done' } };
    const skip = this.#told.skipped.get(step.id);
    const isOver = (one: Step): boolean => this.#now !== null && endOf(one) <= this.#now;
    if (skip === undefined && !isOver(step)) return step;
    const gone: Step = { ...step, state: { kind: skip === undefined ? 'passed' : 'skipped' } };
    if (skip !== undefined && skip.times > 1) return gone;
    const moved = this.#moved(step, skip?.at ?? null);
    return moved === null || isOver(moved) ? gone : moved;
  }

  /** At another time, at most once; null where there is none, or no need for one. @param skipped null = its time passed */
  #moved(step: Step, skipped: WallTime | null): Step | null {
    if (skipped === null) return worthLater(step) && this.#now !== null ? this.#later(step, this.#now) : null;
    if (this.#comesAgain(step)) return null;
    const from = step.base && this.#now !== null ? latest(skipped, this.#now) : skipped;
    const sameDay = this.#later(step, latest(wallOn(step.date, EVENING), from));
    return sameDay ?? (step.base ? null : this.#nextDay(step, skipped));
  }

  /** On its own day. */
  #later(step: Step, from: WallTime): Step | null {
    const start = roundedUp(latest(from, endOf(step)), GRID);
    if (dayOf(start) !== step.date) return null;
    return this.#firstFit(this.#wish(step), timesFrom(start), step);
  }

  /** Whether the same is still to come on its day, so that it need not be moved. */
  #comesAgain(step: Step): boolean {
    return this.#steps.some(
      (other) =>
        other.date === step.date && other.at > step.at && other.state.kind === 'due' && sameWork(step, other),
    );
  }

  #nextDay(step: Step, skipped: WallTime): Step | null {
    const day = step.day + 1;
    const date = dayAfter(step.date, 1);
    const isTaken = this.#steps.some((other) => other.date === date && sameWork(step, other));
    if (isTaken || day > lastDayOf(this.#asked.event)) return null;
    const times = [wallOn(date, timeOf(step.at)), ...timesFrom(wallOn(date, EVENING))];
    return this.#firstFit(
      { ...this.#wish(step), day, date },
      times.filter((at) => at >= skipped),
      step,
    );
  }

  /** As its rule has it, to be moved. */
  #wish(step: Step): Step {
    const deed = this.#wished.get(step.id)?.deed ?? step.deed;
    const isLateWalk = step.why === 'walk-after-finish';
    return { ...step, ...(isLateWalk ? anyWalk : {}), deed, changes: ['moved'] };
  }
}

/** Why one walks when right after the finish is over. */
const anyWalk = { why: 'keep-moving', sources: ['practice', 'choice'] } as const satisfies Partial<Step>;

/** What still makes sense later on a day when its time has passed; the rest does not have to be made up for. */
const worthLater = ({ base, deed }: Step): boolean => base || deed.kind === 'drink' || deed.kind === 'boots';

/** By time, with what has become of each. @param now null = not known */
export const placedSteps = (asked: Asked, told: Told, now: WallTime | null): readonly Step[] =>
  new Placing(asked, told, now).settled();
