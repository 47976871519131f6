/**
 * The session that the boots prepare, run, pause and end, with its sensors, valves and keyframes. When a session ends,
 * the boots enter the safe state.
 */

import type { EndReason, Operation, Therapy as State } from '../../../../firmware-protocol/status.ts';
import type { Hardware } from '../../hardware.ts';
import { Alarms } from '../alarms.ts';
import type { Flags } from '../protocol/flags.ts';
import type { AirModel } from '../regulation/air-model.ts';
import { distanceToTarget } from '../regulation/arrival.ts';
import { Regulator } from '../regulation/regulator.ts';
import { Sensors } from '../regulation/sensors.ts';
import { SensorZero } from '../regulation/zeroing.ts';
import type { Trip } from '../watches/watch.ts';
import { AfterUse } from './after-use.ts';
import { isFromHolder, KeyframeQueue, type QueueShape } from './keyframe-queue.ts';
import { Playhead } from './playhead.ts';
import { sceneOf } from './scene-of.ts';
import { SessionClock } from './session-clock.ts';

/** The limits that a Prepare sets for its session. */
export interface SessionLimits {
  /** Highest target, mmHg. */
  readonly highest: number;
  /** Longest wall time, s. */
  readonly longestWall: number;
}

export class Therapy {
  readonly sensors: Sensors;
  readonly regulator: Regulator;
  readonly queue: KeyframeQueue;
  readonly playhead: Playhead;
  readonly alarms: Alarms;
  readonly after: AfterUse;
  readonly #zero: SensorZero;
  readonly #clock = new SessionClock();
  #state: State = 'stopped';
  #stage: 'idle' | 'preparing' | 'ready' = 'idle';
  #endReason: EndReason = 'none';
  #ends = 0;
  #limits: SessionLimits = { highest: 0, longestWall: 0 };
  /** Time until the scheduled start or resume, ms; null = none is scheduled. */
  #dueIn: number | null = null;

  constructor(
    hardware: Hardware,
    readonly air: AirModel,
    readonly shape: QueueShape,
    readonly flags: Flags,
  ) {
    this.sensors = new Sensors(hardware, shape.secondGauge);
    this.after = new AfterUse(this.sensors);
    this.regulator = new Regulator(hardware, this.sensors, air, shape.gaugeTap === 0);
    this.queue = new KeyframeQueue(shape);
    this.playhead = new Playhead(this.queue, {
      play: (keyframe) => this.regulator.applyKeyframe(keyframe),
      reached: (zone) => this.regulator.reached(zone),
      waitFor: (zone) => this.regulator.zoneHolds[zone]?.noteAwaited(),
      distance: (zone) => distanceToTarget(this.regulator.aims, this.sensors.quick, zone),
    });
    this.alarms = new Alarms(shape.zones, shape.zonesPerLeg, flags);
    this.#zero = new SensorZero(this.sensors);
  }

  get state(): State {
    return this.#state;
  }
  get operation(): Operation {
    if (this.alarms.fault) return 'faulted';
    if (this.#state === 'running') return this.playhead.waiting ? 'waiting' : 'playing';
    if (this.#state === 'paused') return 'venting';
    if (this.#stage !== 'idle') return this.#stage;
    return this.after.emptying ? 'venting' : 'idle';
  }
  get endReason(): EndReason {
    return this.#endReason;
  }
  /** Number of sessions that have ended, other than by a reboot. */
  get ends(): number {
    return this.#ends;
  }
  /** Wall time since the session started, ms. After its end, the time that it took, until the next Prepare or reboot. */
  get wall(): number {
    return this.#clock.wall;
  }
  get inSession(): boolean {
    return this.#state !== 'stopped';
  }
  /** Whether a controller may send, cap and drop keyframes: while the boots prepare, are ready, or are in a session. */
  get takesKeyframes(): boolean {
    return this.inSession || this.#stage !== 'idle';
  }

  /** Begins to prepare a session: enters the safe state, in which the zones empty and the sensors are then zeroed. */
  prepare(sessionLimits: SessionLimits): void {
    this.#makeSafe();
    this.#limits = sessionLimits;
    this.#stage = 'preparing';
    this.queue.begin();
    this.playhead.begin();
    this.#clock.begin(0);
    this.#endReason = 'none';
    this.alarms.prepare();
    this.#zero.begin();
  }

  /** Starts or resumes the session in `ahead` ms; null withdraws a scheduled start or resume. */
  runIn(ahead: number | null): void {
    this.#dueIn = ahead;
    if (ahead === 0) this.#run();
  }

  /** Pauses the session. If the session is paused already, `pause` only withdraws a scheduled resume. */
  pause(): void {
    this.#dueIn = null;
    if (this.#state === 'paused') return;
    this.#enter('paused');
    this.#clock.pause();
    this.playhead.leave();
    this.regulator.makeSafe();
  }

  applyCeiling(ceiling: number): void {
    this.queue.applyCeiling(ceiling);
    this.playhead.applyCeiling(ceiling);
  }

  /** Ends a session or its preparation. If the boots are stopped already, their end reason stays. */
  stop(reason: EndReason): void {
    if (this.inSession) {
      this.#endReason = reason;
      this.flags.set('sessionEnded');
      this.#ends++;
      this.#enter('stopped');
    }
    this.#makeSafe();
  }

  /**
   * Accepts or refuses one write to the Timeline.
   * @param holder the holder's token; 0 = nobody holds control
   * @returns whether the write is known to come from the holder
   */
  takeBatch(bytes: Uint8Array, holder: number): boolean {
    const verdict = this.queue.takeBatch(bytes, {
      holder,
      permitted: this.takesKeyframes,
      playhead: this.playhead.position,
      highest: this.#limits.highest,
    });
    if (!verdict.accepted) return isFromHolder(verdict.reason);
    if (verdict.replacedFrom !== null) this.playhead.replacedFrom(verdict.replacedFrom);
    return true;
  }

  /** Reboots into the safe state. Latched faults stay, and the end reason says whether a session was running or paused. */
  reboot(): void {
    this.#endReason = this.inSession ? 'rebooted' : 'none';
    this.#state = 'stopped';
    this.sensors.reboot();
    this.#makeSafe();
    this.after.reboot();
    this.queue.begin();
    this.playhead.begin();
    this.#clock.begin(0);
    this.alarms.prepare();
    this.flags.clear(~0);
    this.flags.set('rebooted');
    if (this.alarms.fault) this.flags.set('fault');
  }

  /** One pass of the main loop. @param dt ms */
  tick(dt: number): void {
    const s = dt / 1000;
    this.sensors.read(s);
    this.#zero.watch(s);
    const trip = this.alarms.step(sceneOf(this), s);
    if (trip) this.#fail(trip);
    if (this.#stage === 'preparing') this.#prepareStep(s);
    if (this.inSession) this.#sessionStep(dt);
    else if (this.#dueIn !== null) this.#countDown(dt);
    this.after.step(this.takesKeyframes, s);
    this.regulator.step(s);
  }

  #prepareStep(s: number): void {
    const state = this.#zero.step(s);
    if (state === 'done') this.#stage = 'ready';
    else if (state !== 'going') this.#fail(state);
  }

  #sessionStep(dt: number): void {
    const reason = this.#clock.step(dt, this.#state === 'paused', this.#limits.longestWall);
    if (reason) this.stop(reason);
    else if (this.#state === 'running') this.#play(dt);
    else if (this.#dueIn !== null) this.#countDown(dt);
  }

  #play(dt: number): void {
    const event = this.playhead.advance(dt);
    if (event === 'ended') this.stop('finished');
    else if (event === 'gateLimit') this.#fail({ fault: 'gate', zone: this.playhead.awaited });
    else if (event === 'dry') {
      this.flags.set('ranDry');
      this.stop('ranDry');
    }
  }

  /** Counts down to the scheduled instant, and then plays the part of this step that lies after it. */
  #countDown(dt: number): void {
    const left = (this.#dueIn ?? 0) - dt;
    this.#dueIn = left;
    if (left > 0) return;
    const starts = !this.inSession;
    this.#run();
    if (starts) this.#clock.begin(-left);
    this.#play(-left);
  }

  #run(): void {
    this.#dueIn = null;
    if (!this.inSession) this.alarms.begin();
    this.#stage = 'idle';
    this.#enter('running');
  }

  #fail(trip: Trip): void {
    this.stop('fault');
    this.alarms.latch(trip);
  }

  #enter(state: State): void {
    if (state !== this.#state) this.flags.set('stateChanged');
    this.#state = state;
  }

  #makeSafe(): void {
    this.#stage = 'idle';
    this.#dueIn = null;
    this.queue.clear();
    this.playhead.leave();
    this.regulator.makeSafe();
    this.after.begin();
  }
}
