/** Runs the state machine: events in, effects out to the boots, the read model up. The only part of the room that does anything. */

import { BehaviorSubject, map, type Observable, Subject, Subscription, skip } from 'rxjs';
import { isHub } from '../../firmware-protocol/feature.ts';
import { type Milliseconds, type Mmhg, milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import type { Telemetry } from '../../firmware-protocol/telemetry.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import { type Boots, openBoots } from '../boots/boots.ts';
import type { Clock } from '../clock/clock.ts';
import { clockScheduler } from '../clock/clock-scheduler.ts';
import { every } from '../clock/waiting.ts';
import type { Program, ZoneSetting } from '../program/program.ts';
import { feed } from '../timeline/feed.ts';
import type { Cut } from '../timeline/lead.ts';
import type { Effect, IntentEvent, WorldEvent } from './event.ts';
import { project } from './project.ts';
import { reduce } from './reduce.ts';
import { initialState, type SessionState } from './state.ts';
import type { Intents, SessionView } from './view.ts';

export type Choice =
  | { readonly ok: true; readonly device: BluetoothDevice; readonly simulated: boolean }
  | { readonly ok: false; readonly reason: 'cancelled' | 'unavailable' | 'failed'; readonly detail: string };

export interface SessionOptions {
  readonly clock: Clock;
  readonly random: () => number;
  /** Shows a chooser. Called synchronously from the intent, so that a page still has its user gesture. */
  readonly choose: () => Promise<Choice>;
  /** How far ahead the boots are kept; all that they hold if not given. */
  readonly lead?: Milliseconds;
  /** What wakes the feeder, if not the boots and the clock. */
  readonly wake?: (statuses: Observable<Status>) => Observable<unknown>;
}

const TICK = milliseconds(250);

export class Session implements Intents {
  readonly #state = new BehaviorSubject<SessionState>(initialState());
  readonly #telemetry = new Subject<Telemetry>();
  readonly #queue: (IntentEvent | WorldEvent)[] = [];
  #busy = false;
  /** Of connecting; giving up counts too, so that what comes of an attempt that was given up is told from the present one. */
  #attempts = 0;
  #boots: Boots | null = null;
  #hearing = new Subscription();
  #feeding = new Subscription();
  #cuts = new Subject<Cut>();

  constructor(readonly options: SessionOptions) {}

  /** The present read model and every new one. */
  get view(): Observable<SessionView> {
    return this.#state.pipe(map(project));
  }
  /** For whoever needs one field often: the state as it stands. */
  get state(): SessionState {
    return this.#state.value;
  }
  get states(): Observable<SessionState> {
    return this.#state;
  }
  /** What the boots measure, packet by packet. */
  get telemetry(): Observable<Telemetry> {
    return this.#telemetry;
  }

  connect(): void {
    this.#dispatch({ kind: 'connect' });
  }
  addOther(): void {
    this.#dispatch({ kind: 'addOther' });
  }
  setZone(side: Side, zone: number, setting: ZoneSetting): void {
    this.#dispatch({ kind: 'setZone', side, zone, setting });
  }
  confirm(confirmed: boolean): void {
    this.#dispatch({ kind: 'confirm', confirmed });
  }
  disconnect(): void {
    this.#dispatch({ kind: 'disconnect' });
  }
  choose(program: Program): void {
    this.#dispatch({ kind: 'choose', program });
  }
  setIntensity(intensity: Mmhg): void {
    this.#dispatch({ kind: 'setIntensity', intensity });
  }
  setMinutes(minutes: number): void {
    this.#dispatch({ kind: 'setMinutes', minutes });
  }
  start(): void {
    this.#dispatch({ kind: 'start' });
  }
  pause(): void {
    this.#dispatch({ kind: 'pause' });
  }
  resume(): void {
    this.#dispatch({ kind: 'resume' });
  }
  stop(): void {
    this.#dispatch({ kind: 'stop' });
  }
  acknowledgeFault(): void {
    this.#dispatch({ kind: 'acknowledgeFault' });
  }
  dismissNotice(): void {
    this.#dispatch({ kind: 'dismissNotice' });
  }

  /** One event at a time, in the order in which they came; its effects before the next. */
  #dispatch(event: IntentEvent | WorldEvent): void {
    this.#queue.push(event);
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
        const { state, effects } = reduce(this.#state.value, { ...next, now: this.options.clock.now() });
        for (const effect of effects) this.#do(effect, state);
        this.#state.next(state);
      }
    } finally {
      this.#busy = false;
    }
  }

  #do(effect: Effect, state: SessionState): void {
    switch (effect.kind) {
      case 'choose':
        void this.#choose();
        return;
      case 'chooseOther':
        this.#dispatch({ kind: 'notAdded', detail: 'not built yet' });
        return;
      case 'giveUpLink':
        this.#giveUpLink();
        return;
      case 'reopen':
        this.#hearOutcome(
          (boots) => boots.reopen(),
          (failure) => ({ kind: 'reopened', failure }),
        );
        return;
      case 'abandonLink':
        this.#boots?.abandon(effect.reason);
        return;
      case 'readStatus':
        void this.#boots?.readStatus();
        return;
      case 'command':
        this.#hearOutcome(
          (boots) => boots.command(effect.request),
          (outcome) => ({ kind: 'outcome', op: effect.request.op, outcome }),
        );
        return;
      case 'stop':
        this.#hearOutcome(
          (boots) => boots.stop(),
          (outcome) => ({ kind: 'outcome', op: 'stop', outcome }),
        );
        return;
      case 'beginFeed':
        this.#beginFeed(state);
        return;
      case 'cut':
        this.#cuts.next(effect.cut);
        return;
      case 'endFeed':
        this.#feeding.unsubscribe();
        return;
    }
  }

  /** What came of something that was asked of boots; of no concern once they are given up. */
  #hearOutcome<T>(ask: (boots: Boots) => Promise<T>, told: (outcome: T) => WorldEvent): void {
    const boots = this.#boots;
    if (!boots) return;
    void ask(boots).then((outcome) => {
      if (this.#boots === boots) this.#dispatch(told(outcome));
    });
  }

  async #choose(): Promise<void> {
    const attempt = ++this.#attempts;
    const given = (): boolean => this.#attempts !== attempt;
    const choice = await this.options
      .choose()
      .catch((error: unknown): Choice => ({ ok: false, reason: 'failed', detail: String(error) }));
    if (given()) return;
    if (!choice.ok) {
      this.#dispatch({ kind: 'notChosen', reason: choice.reason, detail: choice.detail });
      return;
    }
    this.#dispatch({ kind: 'chosen' });
    const opened = await openBoots(choice.device, this.options.clock, this.options.random);
    if (given()) {
      if (opened.ok) opened.boots.close();
      return;
    }
    if (!opened.ok) {
      this.#dispatch({ kind: 'openFailed', failure: opened.failure });
      return;
    }
    this.#hear(opened.boots, choice.simulated);
  }

  #hear(boots: Boots, simulated: boolean): void {
    this.#giveUpLink();
    this.#boots = boots;
    this.#hearing = new Subscription();
    const { name, feature } = boots;
    this.#dispatch({ kind: 'opened', name, simulated, feature, pair: false, status: boots.status.value });
    this.#hearing.add(
      boots.status.pipe(skip(1)).subscribe((status) => this.#dispatch({ kind: 'status', status })),
    );
    this.#hearing.add(
      boots.telemetry.subscribe((telemetry) => {
        this.#telemetry.next(telemetry);
        this.#dispatch({ kind: 'telemetry', telemetry });
      }),
    );
    this.#hearing.add(boots.garbled.subscribe((detail) => this.#dispatch({ kind: 'garbled', detail })));
    this.#hearing.add(
      boots.linkState.subscribe((state) => this.#dispatch({ kind: 'link', state: linkOf(state) })),
    );
    this.#hearing.add(every(this.options.clock, TICK, () => this.#dispatch({ kind: 'tick' })));
  }

  #giveUpLink(): void {
    this.#attempts++;
    this.#feeding.unsubscribe();
    this.#hearing.unsubscribe();
    this.#boots?.close();
    this.#boots = null;
  }

  #beginFeed(state: SessionState): void {
    const boots = this.#boots;
    if (!boots || !state.boots) return;
    const { capacity } = state.boots.feature;
    this.#feeding.unsubscribe();
    this.#cuts = new Subject<Cut>();
    const wake = this.options.wake?.(boots.status);
    this.#feeding = feed({
      status: boots.status,
      cuts: this.#cuts,
      write: (batch) => boots.writeBatch(batch),
      rules: () => ({
        lead: this.options.lead ?? milliseconds(Number.POSITIVE_INFINITY),
        payload: boots.feature.largestWrite,
        hub: isHub(boots.feature),
        capacity,
        token: boots.token,
      }),
      scheduler: clockScheduler(this.options.clock),
      ...(wake ? { wake } : {}),
    }).subscribe((event) => this.#dispatch({ kind: 'feed', event }));
  }
}

const linkOf = (state: 'disconnected' | 'connecting' | 'connected' | 'reconnecting') =>
  state === 'disconnected' ? 'none' : state;
