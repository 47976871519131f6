/** Carries out the effects of the state machine on boots, scheduler and chooser, and dispatches the results as events. */

import {
  BehaviorSubject,
  concat,
  concatMap,
  EMPTY,
  filter,
  from,
  interval,
  map,
  merge,
  type Observable,
  of,
  Subject,
  share,
  skip,
  switchMap,
} from 'rxjs';
import { milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Telemetry } from '../../firmware-protocol/telemetry.ts';
import type { Boots } from '../boots/boots.ts';
import { clockScheduler } from '../clock/clock-scheduler.ts';
import { isToChange } from '../scheduler/change.ts';
import type { SchedulerEvent } from '../scheduler/event.ts';
import type { Plan } from '../scheduler/plan.ts';
import { scheduler } from '../scheduler/scheduler.ts';
import { BootsOpening, type Found } from './boots-opening.ts';
import type { Effect, WorldEvent } from './event.ts';
import { PressureGuard } from './pressure-guard.ts';
import type { SessionOptions } from './session-options.ts';
import { isSessionOn, isTogether, planIn, type SessionState } from './state.ts';

/** Interval of ticks. */
const TICK = milliseconds(250);

type Dispatch = (event: WorldEvent) => void;

export class EffectRunner {
  readonly #options: SessionOptions;
  readonly #dispatch: Dispatch;
  readonly #state: () => SessionState;
  readonly #opening: BootsOpening;
  /** The connected boots. */
  readonly #found = new BehaviorSubject<Found | null>(null);
  /** The scheduler of the running program. */
  readonly #plans = new Subject<Plan | null>();
  readonly #scheduling = new Subject<SchedulerEvent>();
  readonly #ticks: Observable<unknown>;

  constructor(options: SessionOptions, dispatch: Dispatch, state: () => SessionState) {
    this.#options = options;
    this.#dispatch = dispatch;
    this.#state = state;
    this.#ticks = interval(TICK, clockScheduler(options.clock)).pipe(share());
    this.#opening = new BootsOpening(options, dispatch, (found) => this.#found.next(found));
    this.#found.pipe(switchMap((found) => (found ? this.#worldOf(found) : EMPTY))).subscribe(dispatch);
    this.#plans.pipe(switchMap((plan) => (plan ? this.#results(plan) : EMPTY))).subscribe(dispatch);
  }

  get telemetry(): Observable<Telemetry> {
    return this.#found.pipe(switchMap((found) => found?.boots.telemetry ?? EMPTY));
  }

  /** Runs effects in order. One that throws leads to Stop. */
  run(effects: readonly Effect[]): void {
    for (const effect of effects) {
      try {
        this.#run(effect);
      } catch (error) {
        // The session's clock repeats a Stop that threw, like one that was not confirmed.
        if (effect.kind !== 'stop') this.#dispatch({ kind: 'failed', error });
      }
    }
  }

  #run(effect: Effect): void {
    switch (effect.kind) {
      case 'choose':
        void this.#opening.choose();
        return;
      case 'chooseOther':
        this.#chooseOther();
        return;
      case 'giveUpLink':
        this.#giveUpLink();
        return;
      case 'reopen':
        this.#ask(
          (boots) => boots.reopen(),
          (failure) => ({ kind: 'reopened', failure }),
        );
        return;
      case 'abandonLink':
        this.#found.value?.boots.abandon(effect.reason);
        return;
      case 'readStatus':
        void this.#found.value?.boots.readStatus();
        return;
      case 'command':
        this.#ask(
          (boots) => boots.command(effect.request),
          (outcome) => ({ kind: 'outcome', op: effect.request.op, outcome }),
        );
        return;
      case 'stop':
        this.#ask(
          (boots) => boots.stop(),
          (outcome) => ({ kind: 'outcome', op: 'stop', outcome }),
        );
        return;
      case 'run':
        this.#plans.next(effect.plan);
        return;
      case 'schedule':
        this.#scheduling.next(effect.event);
        return;
      case 'retire':
        this.#plans.next(null);
        return;
      case 'play':
        this.#play(effect);
        return;
    }
  }

  /** Drops reports of a cut once the boots are disconnected or the scheduler that ordered it is gone. */
  #play({ cut }: Extract<Effect, { kind: 'play' }>): void {
    const boots = this.#found.value?.boots;
    if (!boots) return;
    boots.play(cut).subscribe((report) => this.#scheduling.next({ kind: 'played', report }));
  }

  /** Dispatches the result of a request to the boots, unless they were disconnected in the meantime. */
  #ask<T>(ask: (boots: Boots) => Promise<T>, told: (outcome: T) => WorldEvent): void {
    const boots = this.#found.value?.boots;
    if (!boots) return;
    from(ask(boots))
      .pipe(filter(() => this.#found.value?.boots === boots))
      .subscribe({
        next: (outcome) => this.#dispatch(told(outcome)),
        error: (error: unknown) => this.#dispatch({ kind: 'failed', error }),
      });
  }

  #chooseOther(): void {
    const found = this.#found.value;
    if (!found) return;
    const free = (): boolean => {
      const state = this.#state();
      return isTogether(state) && state.link.kind === 'connected' && !isSessionOn(state);
    };
    void this.#opening.chooseOther(found.boots, found.simulated, free);
  }

  #giveUpLink(): void {
    this.#opening.giveUp();
    const found = this.#found.value;
    this.#found.next(null);
    found?.boots.close();
  }

  /** Every event that the boots cause, beginning with their present status; and ticks. */
  #worldOf({ boots, simulated, notAdded }: Found): Observable<WorldEvent> {
    const { name, feature, pair, status } = boots;
    const guard = new PressureGuard();
    const opened: WorldEvent[] = [{ kind: 'opened', name, simulated, feature, pair, status: status.value }];
    if (notAdded !== null) opened.push({ kind: 'notAdded', why: notAdded });
    return concat(
      of(...opened),
      merge(
        status.pipe(
          skip(1),
          map((status): WorldEvent => ({ kind: 'status', status })),
        ),
        boots.telemetry.pipe(concatMap((telemetry) => this.#measured(guard, telemetry))),
        boots.garbled.pipe(map((cause): WorldEvent => ({ kind: 'garbled', cause }))),
        boots.unstopped.pipe(map((sides): WorldEvent => ({ kind: 'unstopped', sides }))),
        boots.standingStill.pipe(map((sides): WorldEvent => ({ kind: 'standingStill', sides }))),
        boots.linkState.pipe(
          filter((state) => state === 'connected' || state === 'reconnecting'),
          map((state): WorldEvent => ({ kind: 'link', state })),
        ),
        this.#ticks.pipe(map((): WorldEvent => ({ kind: 'tick' }))),
      ),
    );
  }

  /** Measurements, and the limit they show that the boots do not keep. */
  #measured(guard: PressureGuard, telemetry: Telemetry): readonly WorldEvent[] {
    const state = this.#state();
    const broken = isTogether(state) ? guard.feed(state, telemetry) : null;
    const measured: WorldEvent = { kind: 'telemetry', telemetry };
    return broken ? [measured, { kind: 'limitBroken', broken }] : [measured];
  }

  #results(plan: Plan): Observable<WorldEvent> {
    const { clock } = this.#options;
    const isDue = (): boolean => {
      const running = planIn(this.#state());
      return running !== null && isToChange(running);
    };
    const wake = this.#ticks.pipe(filter(isDue));
    return scheduler({ plan, events: this.#scheduling, wake, now: () => clock.now() }).pipe(
      map((result): WorldEvent => ({ kind: 'scheduled', result })),
    );
  }
}
