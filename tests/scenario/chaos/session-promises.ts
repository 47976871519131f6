/**
 * What a session promises, whatever happens. The promises are checked ten times a second against true pressures,
 * the boots' status, and the bytes on the link.
 */

import { decodeCommand, opCodes } from '../../../firmware-protocol/command.ts';
import { uuids } from '../../../firmware-protocol/profile.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import type { Phase } from '../../../src/session/view.ts';
import type { SessionRig } from '../session/rig.ts';

/** Time between two calls of `look`, s. */
const LOOK_INTERVAL = 0.1;
const LONGEST_TRANSITION = 30;
const transitions: readonly Phase[] = ['preparing', 'pausing', 'resuming', 'stopping', 'unsure'];
const EMPTY_BELOW = 20;

interface Intent {
  readonly at: number;
  readonly links: number;
  /** The link on which Start was last sent for this intent; null if it has not been sent. */
  sentOn: number | null;
}

/** A start that is under way is given up if the link is lost for longer than this, s. */
const LONGEST_BLINK = 10.5;

type Starter = 'start' | 'resume';

/** Measures for how long a condition has held without a break. */
class Lasting {
  seconds = 0;
  note(isSo: boolean): void {
    this.seconds = isSo ? this.seconds + LOOK_INTERVAL : 0;
  }
}

export class Promises {
  readonly #healthy = new Lasting();
  readonly #inPhase = new Lasting();
  readonly #falselyRunning = new Lasting();
  readonly #over = new Lasting();
  readonly #apart = new Lasting();
  #phase: Phase = 'idle';
  /** The highest target that the last Prepare allowed, mmHg; 80 before the first Prepare. */
  #highest = 80;
  #looked = 0;
  #sound = true;
  #disturbedSinceStart = false;
  readonly #intents: Record<Starter, Intent | null> = { start: null, resume: null };
  #stopAsked = -1;
  readonly #stops: { readonly at: number; up: boolean }[] = [];
  #outstanding: { readonly counter: number; readonly at: number; readonly links: number } | null = null;

  constructor(
    private readonly rig: SessionRig,
    private readonly truth: () => Status,
  ) {}

  get now(): number {
    return this.rig.clock.now() / 1000;
  }

  /**
   * Call this when the link is lost or closed, the boots restart or break, or another controller takes over. Until the next Start, the
   * boots may run out of keyframes.
   */
  disturbed(): void {
    this.#disturbedSinceStart = true;
  }
  /** Call this when the boots break. From then on, `look` checks targets, but not the air in the zones. */
  broken(): void {
    this.#sound = false;
    this.disturbed();
  }
  attempted(kind: Starter): void {
    this.#intents[kind] = { at: this.now, links: this.rig.tap.links, sentOn: null };
  }
  stopAsked(): void {
    this.#stopAsked = this.now;
    if (this.rig.session.glance.boots) this.#stops.push({ at: this.now, up: true });
  }

  /** @throws Error that names the broken promise */
  look(): void {
    const { glance: state } = this.rig.session;
    const truth = this.truth();
    const working = state.link === 'connected' && this.#airIsClear();
    this.#healthy.note(working);
    if (!working) this.#disturbedSinceStart = true;
    this.#readFrames();
    this.#forgetStart(state.link !== 'connected', state.phase);
    this.#pressures();
    this.#afterStop(working);

    if (state.phase !== this.#phase) this.#inPhase.seconds = 0;
    this.#phase = state.phase;
    this.#inPhase.note(working && transitions.includes(state.phase));
    if (this.#inPhase.seconds > LONGEST_TRANSITION) this.#fail(`${state.phase} for ${LONGEST_TRANSITION} s`);

    this.#falselyRunning.note(working && state.phase === 'running' && truth.therapy === 'stopped');
    if (this.#falselyRunning.seconds > 5) this.#fail('said to be running, but stopped for 5 s');

    this.#over.note(working && (state.phase === 'idle' || state.phase === 'ended'));
    if (this.#sound && this.#over.seconds > 10 && this.rig.highest >= EMPTY_BELOW) {
      this.#fail(`${state.phase} for 10 s with ${this.rig.highest} mmHg`);
    }
    if (!this.#disturbedSinceStart && truth.underruns > 0) this.#fail('ran dry on a healthy link');
  }

  #airIsClear(): boolean {
    const { unreachable, silent, delay, unanswered, swallowed, garbled } = this.rig.radio.faults;
    return !unreachable && !silent && delay === 0 && unanswered + swallowed + garbled === 0;
  }

  #pressures(): void {
    for (const target of this.rig.boots.peripheral.targets) {
      if (typeof target === 'number' && target > this.#highest) this.#fail(`a target of ${target} mmHg`);
    }
    if (this.#sound && this.rig.highest > this.#highest + 20) this.#fail(`${this.rig.highest} mmHg`);
  }

  #afterStop(working: boolean): void {
    for (const stop of this.#stops) if (!working && this.now - stop.at <= 3) stop.up = false;
    while (this.#stops[0] && this.now - this.#stops[0].at >= 10) {
      const { at, up } = this.#stops.shift() ?? { at: 0, up: false };
      if (up && this.#sound && this.rig.highest >= EMPTY_BELOW) {
        this.#fail(`${this.rig.highest} mmHg 10 s after Stop at ${at}`);
      }
    }
  }

  #readFrames(): void {
    const { written } = this.rig.tap;
    for (; this.#looked < written.length; this.#looked++) {
      const frame = written[this.#looked];
      if (frame?.characteristic !== uuids.controlPoint) continue;
      const op = frame.value[0] ?? 0;
      const at = frame.at / 1000;
      if (op === opCodes.stop) this.#stopArrived();
      else this.#ordinary(frame.value[1] ?? 0, at, frame.link, frame.answeredAt);
      if (op === opCodes.prepare) {
        this.#asked('start', 'prepare', frame.link);
        this.#prepared(frame.value);
      }
      if (op === opCodes.start) {
        this.#asked('start', 'start', frame.link);
        if (this.#intents.start?.sentOn === frame.link) this.#fail('start was sent twice on a link');
        if (this.#intents.start) this.#intents.start.sentOn = frame.link;
        this.#disturbedSinceStart = this.#healthy.seconds < LOOK_INTERVAL;
      }
      if (op === opCodes.resume) {
        this.#asked('resume', 'resume', frame.link);
        this.#intents.resume = null;
      }
    }
  }

  /** Checks that the person has confirmed a Prepare above 80 mmHg, and that it is for at most 20 minutes. */
  #prepared(frame: Uint8Array): void {
    const read = decodeCommand(frame);
    if (!read.ok || read.value.op !== 'prepare') return;
    const { highestTarget, flags, longestWall } = read.value;
    this.#highest = highestTarget;
    const { settings } = this.rig.session.glance;
    if (flags.above80Confirmed && !settings.confirmed) this.#fail('confirmed, but not by the person');
    if (highestTarget > 80 && !(flags.above80Confirmed && longestWall <= 1200)) {
      this.#fail(`${highestTarget} mmHg for ${longestWall} s`);
    }
  }

  /** Forgets the starts and resumes that were asked for before this Stop: no later command may follow from them. */
  #stopArrived(): void {
    for (const kind of ['start', 'resume'] as const) {
      const intent = this.#intents[kind];
      if (intent && intent.at <= this.#stopAsked) this.#intents[kind] = null;
    }
  }

  #asked(kind: Starter, frame: string, link: number): void {
    const intent = this.#intents[kind];
    if (!intent) this.#fail(`${frame} was sent, and nobody had asked for it`);
    else if (kind === 'resume' && intent.links !== link)
      this.#fail(`${frame} was sent on a later link than it was asked for`);
  }

  /** Forgets a start that is over: it has begun, was called off, or was given up after a long loss of the link. */
  #forgetStart(isApart: boolean, phase: Phase): void {
    this.#apart.note(isApart);
    const isSent = this.#intents.start !== null && this.#intents.start.sentOn !== null;
    const isOver = isSent && phase !== 'preparing' && phase !== 'unsure';
    if (isOver || this.#apart.seconds > LONGEST_BLINK) this.#intents.start = null;
  }

  #ordinary(counter: number, at: number, links: number, answeredAt: number | null): void {
    const before = this.#outstanding;
    if (before && before.links === links && at - before.at < 1 && before.counter !== counter) {
      this.#fail(`a command ${at - before.at} s after one that is not answered`);
    }
    this.#outstanding = answeredAt === null ? { counter, at, links } : null;
  }

  #fail(what: string): never {
    const { phase, preparing, link, notice } = this.rig.session.glance;
    const where = [phase, preparing, link, notice?.kind].filter((word) => word).join(', ');
    throw new Error(`${what} (at ${this.now.toFixed(1)} s: ${where})`);
  }
}
