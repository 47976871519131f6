/** Runs the state machine: events in, effects out to the boots, the read model up. The only part of the room that does anything. */

import { BehaviorSubject, map, type Observable, Subject, Subscription, skip } from 'rxjs';
import { type Mmhg, milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Telemetry } from '../../firmware-protocol/telemetry.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { Boots } from '../boots/boots.ts';
import type { Cut } from '../boots/cut.ts';
import { every } from '../clock/every.ts';
import type { Program, ZoneSetting } from '../program/program.ts';
import { BootsOpening, type Found } from './boots-opening.ts';
import type { Effect, IntentEvent, WorldEvent } from './event.ts';
import { project } from './project.ts';
import { reduce } from './reduce.ts';
import type { SessionOptions } from './session-options.ts';
import { initialState, type SessionState } from './state.ts';
import { type Intents, isActive, type SessionView } from './view.ts';

const TICK = milliseconds(250);

export class Session implements Intents {
  readonly #state = new BehaviorSubject<SessionState>(initialState());
  readonly #telemetry = new Subject<Telemetry>();
  readonly #queue: (IntentEvent | WorldEvent)[] = [];
  #busy = false;
  readonly #opening: BootsOpening;
  #boots: Boots | null = null;
  #hearing = new Subscription();

  constructor(readonly options: SessionOptions) {
    this.#opening = new BootsOpening(
      options,
      (event) => this.#dispatch(event),
      (found) => this.#hear(found),
    );
  }

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
        for (const effect of effects) this.#do(effect);
        this.#state.next(state);
      }
    } finally {
      this.#busy = false;
    }
  }

  #do(effect: Effect): void {
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
      case 'cut':
        this.#play(effect.cut);
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

  #chooseOther(): void {
    const { boots } = this.state;
    if (!this.#boots || !boots) return;
    const free = (): boolean => !isActive(this.state.phase) && this.state.link === 'connected';
    void this.#opening.chooseOther(this.#boots, boots.simulated, free);
  }

  /** From now on these are the boots; one that is half of them now was heard alone before. */
  #hear({ boots, simulated, notAdded }: Found): void {
    this.#hearing.unsubscribe();
    this.#boots = boots;
    this.#hearing = new Subscription();
    const { name, feature, pair } = boots;
    this.#dispatch({ kind: 'opened', name, simulated, feature, pair, status: boots.status.value });
    if (notAdded !== null) this.#dispatch({ kind: 'notAdded', detail: notAdded });
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
    this.#hearing.add(boots.unstopped.subscribe((sides) => this.#dispatch({ kind: 'unstopped', sides })));
    this.#hearing.add(
      boots.linkState.subscribe((state) => this.#dispatch({ kind: 'link', state: linkOf(state) })),
    );
    this.#hearing.add(every(this.options.clock, TICK, () => this.#dispatch({ kind: 'tick' })));
  }

  #giveUpLink(): void {
    this.#opening.giveUp();
    this.#hearing.unsubscribe();
    this.#boots?.close();
    this.#boots = null;
  }

  #play(cut: Cut): void {
    const played = this.#boots?.play(cut);
    this.#hearing.add(played?.subscribe((event) => this.#dispatch({ kind: 'feed', event })));
  }
}

const linkOf = (state: 'disconnected' | 'connecting' | 'connected' | 'reconnecting') =>
  state === 'disconnected' ? 'none' : state;
