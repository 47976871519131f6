/**
 * Sends commands to the boots of a pair: Start and Resume for one common instant, and Stop again to each boot until that boot confirms
 * it. A command to both boots succeeds only if both obey.
 */

import { BehaviorSubject, map, merge, type Observable } from 'rxjs';
import type { Request } from '../../../firmware-protocol/command.ts';
import { faultCodes } from '../../../firmware-protocol/fault-codes.ts';
import { later, milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { Clock } from '../../clock/clock.ts';
import { sleep } from '../../clock/sleep.ts';
import type { BootsMemory, ReopenFailure } from '../boots.ts';
import type { CommandOutcome } from '../command-outcome.ts';
import type { Leg } from './leg.ts';
import { type Both, isSplit, mergedOutcome } from './merge/merge-outcome.ts';
import { untilPaused } from './until-paused.ts';

const ROUND_TRIPS = 5;
/**
 * How far ahead a start is scheduled, ms, so that both boots receive it in time; on a slow link, two round trips plus
 * `SLOW_LINK_MARGIN`, if that is longer.
 */
const START_DELAY = 400;
const SLOW_LINK_MARGIN = 150;
/** A Resume that reached a boot has begun within this time, ms. A boot that reports *paused* after that is not about to resume. */
const RESUME_BEGINS_WITHIN = milliseconds(2000);

type StartRequest = Extract<Request, { op: 'start' | 'resume' }>;

const isStartRequest = (request: Request): request is StartRequest =>
  request.op === 'start' || request.op === 'resume';

/**
 * After these commands the status of both boots is read before the outcome is returned, so that the pair's status is no
 * older than the outcome.
 */
const readAfter: readonly Request['op'][] = ['prepare', 'start', 'pause', 'resume', 'acknowledgeFault'];

export class BothLegs {
  /** The boots that have not confirmed a Stop in time and, as far as is known, have not stopped by themselves. */
  readonly unstopped = new BehaviorSubject<readonly Side[]>([]);
  /** Counts Stops, because a Stop drops a start that is still being scheduled, and ends attempts to pause. */
  #stops = 0;

  constructor(
    readonly left: Leg,
    readonly right: Leg,
    readonly clock: Clock,
  ) {}

  get standingStill(): Observable<readonly Side[]> {
    return merge(...this.all.map(({ side, boots }) => boots.standingStill.pipe(map(() => [side]))));
  }

  get all(): readonly Leg[] {
    return [this.left, this.right];
  }

  /** Call this while the boots prepare, so that a start need not wait for the round trips. */
  measureClocks(): void {
    for (const leg of this.all) void leg.offset.know(ROUND_TRIPS);
  }

  get memory(): BootsMemory {
    const { left, right } = this;
    const tokens = { ...left.boots.memory.tokens, ...right.boots.memory.tokens };
    return { tokens, shifts: { left: left.knownTime, right: right.knownTime } };
  }

  /** The failure of each boot, left first. A boot that has changed is named. */
  reopen(): Promise<readonly (ReopenFailure | null)[]> {
    return Promise.all(
      this.all.map(async ({ side, boots }) => {
        const failure = await boots.reopen();
        return failure?.kind === 'changedBoots' ? { ...failure, side } : failure;
      }),
    );
  }

  async command(request: Request): Promise<CommandOutcome> {
    const stops = this.#stops;
    const planned = isStartRequest(request) ? await this.#scheduled(request) : () => request;
    if (stops !== this.#stops) return { kind: 'notSent', cause: { kind: 'withdrawn' } };
    if (planned === null) return { kind: 'notSent', cause: { kind: 'noClock' } };
    const first = await this.#each((leg) => leg.boots.command(planned(leg)));
    const isOver = (): boolean => stops !== this.#stops;
    if (request.op === 'resume' && isSplit('resume', first) && (await this.#pausedAgain(isOver))) {
      return mergedOutcome('resume', first, false);
    }
    const both =
      request.op === 'pause' && isSplit(request.op, first)
        ? await this.#each((leg) => untilPaused(leg, first[leg.side], isOver))
        : first;
    if (request.op === 'keepAlive') for (const leg of this.all) void leg.offset.trip();
    if (isSplit(request.op, both) && stops === this.#stops) await this.stop();
    if (readAfter.includes(request.op)) await Promise.all(this.all.map((leg) => leg.boots.readStatus()));
    return mergedOutcome(request.op, both);
  }

  async stop(): Promise<CommandOutcome> {
    this.#stops++;
    return mergedOutcome('stop', await this.#each((leg) => leg.stop()));
  }

  /** Call at each tick: repeats Stop to boots that have not confirmed it, and publishes which boots have not confirmed it in time. */
  repeatStops(): void {
    for (const leg of this.all) {
      if (!leg.linked) continue;
      if (leg.legStop.due) void leg.stop();
      leg.legStop.read();
    }
    const unstopped = this.all.filter(({ legStop }) => legStop.unconfirmed).map(({ side }) => side);
    if (unstopped.join() !== this.unstopped.value.join()) this.unstopped.next(unstopped);
  }

  /** Acknowledges a fault at the one boot that has it; null, with nothing sent, if both boots have it or neither. */
  acknowledge(request: Extract<Request, { op: 'acknowledgeFault' }>): Promise<CommandOutcome> | null {
    const faulted = this.all.filter((leg) => faultCodes[leg.status.fault] === request.fault);
    const [leg] = faulted;
    return faulted.length === 1 && leg ? leg.boots.command(request) : null;
  }

  /**
   * Pauses both boots after a Resume that may have reached only one of them. @returns whether both have acknowledged Pause
   * or are paused
   */
  async #pausedAgain(isOver: () => boolean): Promise<boolean> {
    const both = await this.#each(async (leg) => {
      // A Pause also withdraws a Resume that has not begun.
      const outcome = await leg.boots.command({ op: 'pause' });
      if (outcome.kind === 'acknowledged' || isOver()) return outcome;
      await sleep(this.clock, RESUME_BEGINS_WITHIN);
      return untilPaused(leg, outcome, isOver);
    });
    await Promise.all(this.all.map((leg) => leg.boots.readStatus()));
    return both.left.kind === 'acknowledged' && both.right.kind === 'acknowledged';
  }

  async #scheduled(request: StartRequest): Promise<((leg: Leg) => Request) | null> {
    const known = await Promise.all(this.all.map((leg) => leg.offset.know(ROUND_TRIPS)));
    if (known.includes(false)) return null;
    const slowest = Math.max(...this.all.map((leg) => leg.offset.shortest ?? 0));
    const at = later(this.clock.now(), milliseconds(Math.max(START_DELAY, 2 * slowest + SLOW_LINK_MARGIN)));
    const clocks = new Map(this.all.map((leg) => [leg, leg.offset.clockAt(at)]));
    return (leg) => ({ ...request, at: clocks.get(leg) ?? request.at });
  }

  async #each(ask: (leg: Leg) => Promise<CommandOutcome>): Promise<Both<CommandOutcome>> {
    const [left, right] = await Promise.all([ask(this.left), ask(this.right)]);
    return { left, right };
  }
}
