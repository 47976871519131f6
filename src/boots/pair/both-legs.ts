/** Commands for a pair: each goes to both boots and counts only if both obey. Start and Resume begin at one instant. */

import { BehaviorSubject } from 'rxjs';
import type { Request } from '../../../firmware-protocol/command.ts';
import { later, milliseconds } from '../../../firmware-protocol/quantities.ts';
import { faultCodes } from '../../../firmware-protocol/status.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { Clock } from '../../clock/clock.ts';
import type { CommandOutcome } from '../command-outcome.ts';
import type { Leg } from './leg.ts';
import { type Both, isSplit, mergedOutcome } from './merge/merge-outcome.ts';

/** Round trips that a planned instant stands on. */
const TRIPS = 5;
/** Both boots must have been told by then, ms; more where the air is slow. */
const AHEAD = 400;
const MORE = 150;

type Beginning = Extract<Request, { op: 'start' | 'resume' }>;

const isBeginning = (request: Request): request is Beginning =>
  request.op === 'start' || request.op === 'resume';

/** After these the boots are asked how they are before the outcome is told: what is known of both is then as new. */
const readAfter: readonly Request['op'][] = ['prepare', 'start', 'pause', 'resume', 'acknowledgeFault'];

export class BothLegs {
  /** Which of them were told to stop and have not confirmed it for a while, whoever wanted it. */
  readonly unstopped = new BehaviorSubject<readonly Side[]>([]);
  /** Goes up with each Stop: what was being planned by then is not sent. */
  #stops = 0;

  constructor(
    readonly left: Leg,
    readonly right: Leg,
    readonly clock: Clock,
  ) {}

  get all(): readonly Leg[] {
    return [this.left, this.right];
  }

  async command(request: Request): Promise<CommandOutcome> {
    const stops = this.#stops;
    const planned = isBeginning(request) ? await this.#planned(request) : () => request;
    if (stops !== this.#stops) return { kind: 'notSent', cause: { kind: 'withdrawn' } };
    if (planned === null) return { kind: 'notSent', cause: { kind: 'noClock' } };
    const both = await this.#each((leg) => leg.boots.command(planned(leg)));
    if (request.op === 'keepAlive') for (const leg of this.all) void leg.offset.trip();
    if (isSplit(request.op, both) && stops === this.#stops) await this.stop();
    if (readAfter.includes(request.op)) await Promise.all(this.all.map((leg) => leg.boots.readStatus()));
    return mergedOutcome(request.op, both);
  }

  /** To both links at once; each that does not answer is told again, also once the other has obeyed. */
  async stop(): Promise<CommandOutcome> {
    this.#stops++;
    return mergedOutcome('stop', await this.#each((leg) => leg.stop()));
  }

  /** Tells those again who have not acknowledged a Stop for a while, and says who they are. */
  repeatStops(): void {
    for (const leg of this.all) {
      if (!leg.linked) continue;
      if (leg.halt.due) void leg.stop();
      leg.halt.read();
    }
    const unstopped = this.all.filter(({ halt }) => halt.unconfirmed).map(({ side }) => side);
    if (unstopped.join() !== this.unstopped.value.join()) this.unstopped.next(unstopped);
  }

  /** Only those boots that have the fault are asked to forget it. */
  acknowledge(request: Extract<Request, { op: 'acknowledgeFault' }>): Promise<CommandOutcome> | null {
    const faulted = this.all.filter((leg) => faultCodes[leg.status.fault] === request.fault);
    const [leg] = faulted;
    return faulted.length === 1 && leg ? leg.boots.command(request) : null;
  }

  async #planned(request: Beginning): Promise<((leg: Leg) => Request) | null> {
    const known = await Promise.all(this.all.map((leg) => leg.offset.know(TRIPS)));
    if (known.includes(false)) return null;
    const slowest = Math.max(...this.all.map((leg) => leg.offset.shortest ?? 0));
    const at = later(this.clock.now(), milliseconds(Math.max(AHEAD, 2 * slowest + MORE)));
    const clocks = new Map(this.all.map((leg) => [leg, leg.offset.clockAt(at)]));
    return (leg) => ({ ...request, at: clocks.get(leg) ?? request.at });
  }

  async #each(ask: (leg: Leg) => Promise<CommandOutcome>): Promise<Both<CommandOutcome>> {
    const [left, right] = await Promise.all([ask(this.left), ask(this.right)]);
    return { left, right };
  }
}
