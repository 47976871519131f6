/**
 * Gives the steps their times: within the limits, not at the same time as other steps, and later if a step was skipped or its time has
 * passed. A step that fits nowhere is left out.
 */

import { gentler } from '../change/gentler.ts';
import type { Reported } from '../change/reported.ts';
import type { PlanRequest } from '../plan-request.ts';
import { lastDayOf } from '../rules/phases.ts';
import { endOf, isHourly, overAt, type Step } from '../step.ts';
import { dayAfter, dayOf, faceAfter, roundedUp, timeOf, type WallTime, wallOn } from '../time/wall-clock.ts';
import { allowedStep, isInItsHours, isWaking, sessionOf } from './limits.ts';
import { type RuleStep, ruleSteps } from './rule-steps.ts';

/** Interval of the times that are tried for a step that does not fit, min. */
const TIME_STEP = 15;
/** Earliest time of day at which a skipped step is offered again. */
const OFFERED_AGAIN_FROM = '19:00';
const LATEST_TIME = '22:45';

const overlap = (one: Step, other: Step): boolean => one.at < endOf(other) && other.at < endOf(one);

const isNear = (one: Step, other: Step): boolean =>
  one.date === other.date || dayOf(one.at) === dayOf(other.at);

const sameWork = ({ action: one }: Step, { action: other }: Step): boolean =>
  one.kind === other.kind &&
  (one.kind !== 'massage' || other.kind !== 'massage' || one.depth === other.depth);

/** Times on one day: `from`, then every TIME_STEP up to LATEST_TIME. */
function timesFrom(from: WallTime): readonly WallTime[] {
  const times: WallTime[] = [];
  for (let at = from; dayOf(at) === dayOf(from) && timeOf(at) <= LATEST_TIME; at = faceAfter(at, TIME_STEP))
    times.push(at);
  return times;
}

const latest = (...times: readonly WallTime[]): WallTime =>
  times.reduce((one, other) => (one > other ? one : other));

const byTime = (one: Step, other: Step): number => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0);

/**
 * Places the steps one after the other. First come those that keep their rule's time, even if they overlap; each other step must fit around
 * the steps placed before it.
 */
class Placing {
  readonly #request: PlanRequest;
  readonly #reported: Reported;
  readonly #now: WallTime | null;
  readonly #byRule: ReadonlyMap<string, Step>;
  readonly #steps: Step[] = [];

  constructor(request: PlanRequest, reported: Reported, now: WallTime | null) {
    this.#request = request;
    this.#reported = reported;
    this.#now = now;
    const byRule = ruleSteps(request);
    this.#byRule = new Map(byRule.map(({ step }) => [step.id, step]));
    this.#place(byRule);
  }

  /** The placed steps by time, each with its state. A step that was skipped or whose time has passed may get a later time. */
  settled(): readonly Step[] {
    for (const step of [...this.#steps]) {
      this.#steps.splice(this.#steps.indexOf(step), 1, this.#settle(step));
    }
    return [...this.#steps].sort(byTime);
  }

  #place(byRule: readonly RuleStep[]): void {
    const [first, others] = [true, false].map((wanted) =>
      byRule.filter(({ step, keepsTime }) => (keepsTime || step.base) === wanted).map(({ step }) => step),
    );
    for (const step of first ?? []) this.#add(this.#isDone(step) ? step : this.#asGentleAsNeeded(step));
    for (const step of others?.sort(byTime) ?? []) {
      const times = [step.at, ...timesFrom(roundedUp(step.at, TIME_STEP))].filter(
        (at) => dayOf(at) === step.date,
      );
      this.#add(this.#isDone(step) ? step : this.#firstFit(step, times, null));
    }
  }

  #isDone({ id }: Step): boolean {
    return this.#reported.done.has(id);
  }

  #add(step: Step | null): void {
    if (step !== null) this.#steps.push(step);
  }

  /** Null if the step is left out. */
  #asGentleAsNeeded(step: Step): Step | null {
    const changed = gentler(step, this.#request, this.#reported);
    return changed && { ...step, action: changed.action, changes: [...step.changes, ...changed.changes] };
  }

  /**
   * The step, made gentler or shorter if necessary; null if it does not fit at its time.
   * @param replaced an earlier placing of the same step, whose time is therefore free
   */
  #fit(step: Step, replaced: Step | null): Step | null {
    const gentle = this.#asGentleAsNeeded(step);
    if (gentle === null || !isWaking(gentle, this.#request) || !isInItsHours(gentle, this.#request))
      return null;
    const others = this.#steps.filter((other) => other !== replaced);
    if (others.some((other) => isNear(gentle, other) && overlap(gentle, other))) return null;
    const sessions = others
      .filter(
        ({ id, state }) =>
          state.kind !== 'skipped' && state.kind !== 'passed' && !this.#reported.squeezed.has(id),
      )
      .flatMap((other) => sessionOf(other, this.#request) ?? []);
    return allowedStep(gentle, this.#request, [...sessions, ...this.#reported.sessions]);
  }

  #firstFit(step: Step, times: readonly WallTime[], replaced: Step | null): Step | null {
    for (const at of times) {
      const fit = this.#fit({ ...step, at }, replaced);
      if (fit !== null) return fit;
    }
    return null;
  }

  #settle(step: Step): Step {
    if (this.#isDone(step)) return { ...step, state: { kind: 'done' } };
    const skip = this.#reported.skipped.get(step.id);
    const isOver = (one: Step): boolean => this.#now !== null && overAt(one) <= this.#now;
    if (skip === undefined && !isOver(step)) return step;
    const gone: Step = { ...step, state: { kind: skip === undefined ? 'passed' : 'skipped' } };
    if (skip !== undefined && skip.times > 1) return gone;
    const moved = this.#moved(step, skip?.at ?? null);
    return moved === null || isOver(moved) ? gone : moved;
  }

  /**
   * The step at a later time; null if there is none, or the step need not be moved.
   * @param skipped when the step was skipped; null = its time passed without a report
   */
  #moved(step: Step, skipped: WallTime | null): Step | null {
    if (isHourly(step)) return null;
    if (skipped === null) return worthLater(step) && this.#now !== null ? this.#later(step, this.#now) : null;
    if (this.#comesAgain(step)) return null;
    const from = step.base && this.#now !== null ? latest(skipped, this.#now) : skipped;
    const sameDay = this.#later(step, latest(wallOn(step.date, OFFERED_AGAIN_FROM), from));
    return sameDay ?? (step.base ? null : this.#nextDay(step, skipped));
  }

  /** Null if the step fits nowhere later on its own day. */
  #later(step: Step, from: WallTime): Step | null {
    const start = roundedUp(latest(from, endOf(step)), TIME_STEP);
    if (dayOf(start) !== step.date) return null;
    return this.#firstFit(this.#toMove(step), timesFrom(start), step);
  }

  /** Whether another step asks for the same kind of action later that day. Then a skipped step need not be moved. */
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
    if (isTaken || day > lastDayOf(this.#request.event)) return null;
    const times = [wallOn(date, timeOf(step.at)), ...timesFrom(wallOn(date, OFFERED_AGAIN_FROM))];
    return this.#firstFit(
      { ...this.#toMove(step), day, date },
      times.filter((at) => at >= skipped),
      step,
    );
  }

  /** The step with the action of its rule, which `#fit` makes gentler anew. */
  #toMove(step: Step): Step {
    const action = this.#byRule.get(step.id)?.action ?? step.action;
    const isLateWalk = step.why === 'walk-after-finish';
    return { ...step, ...(isLateWalk ? anyWalk : {}), action, changes: ['moved'] };
  }
}

/** The reason and sources that a walk right after the finish gets when it is moved. */
const anyWalk = { why: 'keep-moving', sources: ['practice', 'choice'] } as const satisfies Partial<Step>;

/** Whether a step whose time has passed without a report may be offered again later that day. */
const worthLater = ({ base, action }: Step): boolean =>
  base || action.kind === 'drink' || action.kind === 'boots';

/** The steps that fit, by time, each with its state. @param now null = not known */
export const placedSteps = (
  request: PlanRequest,
  reported: Reported,
  now: WallTime | null,
): readonly Step[] => new Placing(request, reported, now).settled();
