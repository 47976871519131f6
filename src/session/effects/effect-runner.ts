/** Carries out the effects of the state machine on boots, scheduler and chooser, and dispatches the results as events. */

import {
  BehaviorSubject,
  EMPTY,
  filter,
  from,
  interval,
  map,
  type Observable,
  Subject,
  share,
  switchMap,
} from 'rxjs';
import type { Request } from '../../../firmware-protocol/command.ts';
import { milliseconds, seconds } from '../../../firmware-protocol/quantities.ts';
import type { Telemetry } from '../../../firmware-protocol/telemetry.ts';
import type { Boots } from '../../boots/boots.ts';
import type { CommandOutcome } from '../../boots/command-outcome.ts';
import type { SessionRecord } from '../../boots/records/session-record.ts';
import { clockScheduler } from '../../clock/clock-scheduler.ts';
import { isToChange } from '../../scheduler/changes/change.ts';
import type { SchedulerEvent } from '../../scheduler/event.ts';
import type { Plan } from '../../scheduler/plan.ts';
import { scheduler } from '../../scheduler/scheduler.ts';
import type { Effect, UndatedRequest, WorldEvent } from '../event.ts';
import { StoreBeforeSend } from '../memory/store-before-send.ts';
import type { SessionOptions } from '../session-options.ts';
import { hasBoots, mayAddOther, planIn, type SessionState } from '../state.ts';
import { bootsEvents } from './boots-events.ts';
import { BootsOpening, type OpenedBoots } from './boots-opening.ts';

const TICK_PERIOD = milliseconds(250);

/** Makes the boots blink. Nothing waits for the outcome, because whoever asked for it looks at the boots. */
const IDENTIFY_REQUEST = { op: 'identify', duration: seconds(8) } as const;

/**
 * If sending throws or rejects, which is a bug, the outcome is unknown: ticks repeat the Stop, and the page says that it is not
 * confirmed.
 */
async function sentStop(boots: Boots): Promise<CommandOutcome> {
  try {
    return await boots.stop();
  } catch (error) {
    return { kind: 'unknown', cause: { kind: 'link', detail: String(error) } };
  }
}

export class EffectRunner {
  readonly #options: SessionOptions;
  readonly #dispatch: (event: WorldEvent) => void;
  readonly #state: () => SessionState;
  readonly #opening: BootsOpening;
  readonly #found = new BehaviorSubject<OpenedBoots | null>(null);
  /** Each plan starts a scheduler in place of the one before; null only ends the one before. */
  readonly #plans = new Subject<Plan | null>();
  readonly #scheduling = new Subject<SchedulerEvent>();
  readonly #ticks: Observable<unknown>;
  readonly #storeBeforeSend: StoreBeforeSend | null;

  constructor(options: SessionOptions, dispatch: (event: WorldEvent) => void, state: () => SessionState) {
    this.#options = options;
    this.#dispatch = dispatch;
    this.#state = state;
    this.#storeBeforeSend = options.memory ? new StoreBeforeSend(options.memory, options.clock) : null;
    this.#ticks = interval(TICK_PERIOD, clockScheduler(options.clock)).pipe(share());
    this.#opening = new BootsOpening(options, dispatch, (found) => {
      this.#storeBeforeSend?.begin(found.remembered);
      this.#found.next(found);
    });
    this.#found
      .pipe(switchMap((found) => (found ? bootsEvents(found, this.#ticks, this.#state) : EMPTY)))
      .subscribe(dispatch);
    this.#plans.pipe(switchMap((plan) => (plan ? this.#results(plan) : EMPTY))).subscribe(dispatch);
  }

  /** Null once disconnected. An effect that had to wait, for storage say, is then dropped, because nobody awaits it. */
  get #boots(): Boots | null {
    return this.#found.value?.boots ?? null;
  }

  get telemetry(): Observable<Telemetry> {
    return this.#found.pipe(switchMap((found) => found?.boots.telemetry ?? EMPTY));
  }

  /** Null = no boots are connected, or asking them failed. */
  records(): Promise<readonly SessionRecord[] | null> {
    return this.#boots?.records() ?? Promise.resolve(null);
  }

  disown(): void {
    this.#storeBeforeSend?.disown();
  }

  /** An effect that throws leads to Stop. @param state the state after the event that caused the effects */
  run(effects: readonly Effect[], state: SessionState): void {
    this.#storeBeforeSend?.note(state, this.#boots?.memory ?? null);
    for (const effect of effects) {
      try {
        this.#run(effect);
      } catch (error) {
        this.#dispatch({ kind: 'failed', error });
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
        this.#boots?.abandon();
        return;
      case 'yield':
        this.#boots?.yieldControl();
        return;
      case 'readStatus':
        void this.#boots?.readStatus();
        return;
      case 'command':
        this.#command(effect.request);
        return;
      case 'stop':
        this.#storeBeforeSend?.stop();
        this.#ask(sentStop, (outcome) => ({ kind: 'outcome', op: 'stop', outcome }));
        return;
      case 'identify':
        void this.#boots?.command(IDENTIFY_REQUEST, effect.side ?? undefined);
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
        this.#afterKept(
          () => this.#play(effect),
          // The session is being stopped, so nobody waits for the outcome of this cut.
          () => undefined,
        );
        return;
      case 'adopt':
        this.#adopt(effect);
        return;
    }
  }

  /**
   * Sends a command once the state has been stored, or storing takes too long. Pause, Ceiling and keep-alive do not wait: if the page
   * is reloaded meanwhile, the boots' status tells the next page enough.
   */
  #command(asked: UndatedRequest): void {
    const { op } = asked;
    const request: Request = asked.op === 'prepare' ? { ...asked, calendar: this.#calendar() } : asked;
    const send = (): void =>
      this.#ask(
        (boots) => boots.command(request),
        (outcome) => ({ kind: 'outcome', op, outcome }),
      );
    if (op === 'pause' || op === 'ceiling' || op === 'keepAlive') send();
    else
      this.#afterKept(send, () =>
        this.#dispatch({ kind: 'outcome', op, outcome: { kind: 'notSent', cause: { kind: 'withdrawn' } } }),
      );
  }

  #calendar(): number {
    return Math.floor((this.#options.today?.() ?? 0) / 1000);
  }

  #afterKept(send: () => void, withdrawn: () => void): void {
    if (this.#storeBeforeSend) this.#storeBeforeSend.afterStored(send, withdrawn);
    else send();
  }

  #adopt({ script, adoption }: Extract<Effect, { kind: 'adopt' }>): void {
    const boots = this.#boots;
    boots
      ?.adopt(script, boots.status.value, adoption)
      .subscribe((outcome) => this.#scheduling.next({ kind: 'cutOutcome', outcome }));
  }

  #play({ cut }: Extract<Effect, { kind: 'play' }>): void {
    this.#boots?.play(cut).subscribe((outcome) => this.#scheduling.next({ kind: 'cutOutcome', outcome }));
  }

  /** Dispatches the result of a request to the boots, unless they have been disconnected or replaced in the meantime. */
  #ask<T>(ask: (boots: Boots) => Promise<T>, toEvent: (outcome: T) => WorldEvent): void {
    const boots = this.#boots;
    if (!boots) return;
    from(ask(boots))
      .pipe(filter(() => this.#boots === boots))
      .subscribe({
        next: (outcome) => this.#dispatch(toEvent(outcome)),
        error: (error: unknown) => this.#dispatch({ kind: 'failed', error }),
      });
  }

  #chooseOther(): void {
    const found = this.#found.value;
    if (!found) return;
    const free = (): boolean => {
      const state = this.#state();
      return hasBoots(state) && state.link.kind === 'connected' && mayAddOther(state);
    };
    void this.#opening.chooseOther(found.boots, found.simulated, free);
  }

  #giveUpLink(): void {
    this.#opening.giveUp();
    const found = this.#found.value;
    this.#found.next(null);
    found?.boots.close();
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
