/**
 * The state machine of a session, driven by a test: it gets one event after another, and the test says what the
 * boots report.
 */

import type { Op, Request } from '../../../firmware-protocol/command.ts';
import type { Feature } from '../../../firmware-protocol/feature.ts';
import {
  instant,
  litresPerMinute,
  milliseconds,
  mmhg,
  seconds,
} from '../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import type { Telemetry } from '../../../firmware-protocol/telemetry.ts';
import type { CommandOutcome } from '../../../src/boots/command-outcome.ts';
import type { CutOutcome } from '../../../src/scheduler/event.ts';
import type { Plan } from '../../../src/scheduler/plan.ts';
import { schedule } from '../../../src/scheduler/schedule.ts';
import type { Effect, WorldEvent } from '../../../src/session/event.ts';
import type { IntentEvent } from '../../../src/session/intents.ts';
import type { Remembered } from '../../../src/session/memory/remembered.ts';
import { type Glance, glanceOf } from '../../../src/session/reading/glance.ts';
import { project } from '../../../src/session/reading/project.ts';
import { reduce } from '../../../src/session/reduce.ts';
import { initialState, type SessionState } from '../../../src/session/state.ts';
import { statusOf } from '../status.ts';

/** The token that the boots grant with control. Its low half, 7, is the holder that statuses of `statusOf` name. */
export const TOKEN = 0x1234_0007;

export const featureOf = (over: Partial<Feature> = {}): Feature => ({
  major: 1,
  minor: 0,
  kind: 'hub',
  abilities: {
    holdsTogether: true,
    sharedValves: false,
    regulatesEachZone: true,
    physicalStop: true,
    storesSessions: false,
    owned: false,
    secondGauge: true,
  },
  highestTarget: mmhg(80),
  highestConfirmed: mmhg(100),
  longestSession: 60,
  longestAbove30: seconds(120),
  independentOverPressure: mmhg(130),
  pumpFlow: litresPerMinute(12),
  capacity: 512,
  largestWrite: 244,
  samplePeriod: milliseconds(100),
  parts: ['foot', 'calf', 'thigh'],
  serial: 'T-1',
  longestAllowance: seconds(255),
  airWithoutRise: [2.65, 3.75, 5.3, 0, 0, 0, 0, 0],
  ...over,
});

export const telemetryOf = (pressures: readonly (number | null)[]): Telemetry => ({
  counter: 1,
  clock: milliseconds(0),
  pump: 0,
  targets: pressures.map(() => 'vent'),
  samples: [
    {
      pressures: pressures.map((pressure) => (pressure === null ? null : mmhg(pressure))),
      valves: pressures.map(() => ({ fill: false, vent: true })),
    },
  ],
});

export const running = (over: Partial<Status> = {}): Status =>
  statusOf({ therapy: 'running', operation: 'playing', cycles: 1, held: 100, free: 412, ...over });

/** Sessions from which `load` and `run` start. They are made once, because composing a session takes long. */
let loaded: DrivenSession | undefined;
let ran: DrivenSession | undefined;

export class DrivenSession {
  whole: SessionState = initialState;
  /** The effects of the last event, and of the scheduler's results that it led to. */
  effects: readonly Effect[] = [];
  now = 0;
  #plan: Plan | null = null;

  tell(event: IntentEvent | WorldEvent): this {
    this.effects = this.#reduce(event);
    return this;
  }
  #reduce(event: IntentEvent | WorldEvent): readonly Effect[] {
    const { state, effects } = reduce(this.whole, event, instant(this.now));
    this.whole = state;
    return effects.flatMap((effect) => this.#scheduled(effect));
  }
  /**
   * Carries out an effect that concerns the scheduler: starts it, drops it, or gives it an event and reduces the result. @returns the
   * effects that are left for the test to see
   */
  #scheduled(effect: Effect): readonly Effect[] {
    switch (effect.kind) {
      case 'run':
        this.#plan = effect.plan;
        return [];
      case 'retire':
        this.#plan = null;
        return [effect];
      case 'schedule': {
        if (!this.#plan) throw new Error('a scheduler that was retired is told something');
        const result = schedule(this.#plan, effect.event, instant(this.now));
        this.#plan = result.plan;
        return this.#reduce({ kind: 'scheduled', result });
      }
      default:
        return [effect];
    }
  }
  /** Reports the outcome of the last cut to the scheduler. */
  played(outcome: CutOutcome): this {
    // Once the session has dropped its scheduler, outcomes go nowhere.
    this.effects = this.#plan
      ? this.#scheduled({ kind: 'schedule', event: { kind: 'cutOutcome', outcome } })
      : [];
    return this;
  }
  /** An independent copy, which is much faster to make than a new session. */
  copy(): DrivenSession {
    return new DrivenSession().#as(this);
  }
  #as(session: DrivenSession): this {
    this.whole = session.whole;
    this.effects = session.effects;
    this.now = session.now;
    this.#plan = session.#plan;
    return this;
  }
  get state(): Glance {
    return glanceOf(this.whole);
  }
  after(ms: number): this {
    this.now += ms;
    return this;
  }
  hear(status: Status): this {
    return this.tell({ kind: 'status', status });
  }
  outcome(op: Op, outcome: CommandOutcome): this {
    return this.tell({ kind: 'outcome', op, outcome });
  }
  succeed(op: Exclude<Op, 'requestControl' | 'readClock' | 'reportRecords'>): this {
    return this.outcome(op, { kind: 'acknowledged', response: { result: 'success', op } });
  }
  unknown(op: Op): this {
    return this.outcome(op, { kind: 'unknown', cause: { kind: 'noAnswer' } });
  }
  tick(ms: number): this {
    return this.after(ms).tell({ kind: 'tick' });
  }

  measure(pressures: readonly (number | null)[]): this {
    return this.tell({ kind: 'telemetry', telemetry: telemetryOf(pressures) });
  }
  /** Lets 1.5 s pass and all air out, so that the next press may begin a squeeze. */
  empty(): this {
    return this.after(1500).measure([0, 0, 0, 0, 0, 0]).tick(0);
  }

  open(status = statusOf({ holder: 0 }), feature = featureOf(), remembered: Remembered | null = null): this {
    this.tell({ kind: 'connect' }).tell({ kind: 'chosen' });
    return this.tell({
      kind: 'opened',
      remembered,
      names: ['boots'],
      simulated: false,
      feature,
      pair: false,
      status,
    });
  }
  control(): this {
    return this.outcome('requestControl', {
      kind: 'acknowledged',
      response: { result: 'success', op: 'requestControl', token: TOKEN, minor: 0 },
    });
  }
  /** Connects, presses Start, and goes on until the boots are ready for the script. */
  load(): this {
    if (this.whole !== initialState || this.now !== 0) return this.#load();
    loaded ??= new DrivenSession().#load();
    return this.#as(loaded);
  }
  #load(): this {
    this.open().tell({ kind: 'start' }).control().succeed('prepare');
    return this.hear(statusOf({ operation: 'preparing' })).hear(statusOf({ operation: 'ready' }));
  }
  run(): this {
    if (this.whole !== initialState || this.now !== 0) return this.#run();
    ran ??= new DrivenSession().#run();
    return this.#as(ran);
  }
  #run(): this {
    this.load().hear(statusOf({ operation: 'ready', held: 100, free: 412 }));
    return this.succeed('start').hear(running());
  }

  get view() {
    return project(this.whole);
  }
  /** The commands, Stop included, that the last event sent. */
  get sent(): readonly (Request['op'] | 'stop')[] {
    return this.effects.flatMap((effect) =>
      effect.kind === 'command' ? [effect.request.op] : effect.kind === 'stop' ? ['stop' as const] : [],
    );
  }
  get kinds(): readonly Effect['kind'][] {
    return this.effects.map(({ kind }) => kind);
  }
}
