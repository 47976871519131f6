/**
 * One cell of the whole matrix: a person uses boots, a fault strikes in one state of the session, and everything is judged that follows: true
 * pressures, what the page says, whether the session goes on, and how long it takes until the legs are free.
 */

import { isActive } from '../../../../src/session/view.ts';
import { Hands } from './hands.ts';
import { judge } from './judge.ts';
import { AWAY, goOn, type Moment, reach } from './moments.ts';
import { Seen } from './seen.ts';
import { type Kind, Stage, type Struck, ZONES } from './stage.ts';
import type { WholeFault } from './whole-faults.ts';

export interface WholeCell {
  readonly fault: WholeFault;
  readonly moment: Moment;
  readonly kind: Kind;
  readonly seed: number;
}

export interface WholeOutcome {
  /** By itself, before the person pressed Stop. */
  readonly ended: boolean;
  /** Until no boots play and every zone stays below 20 mmHg: from the fault where the session ended, otherwise from Stop, with the fault still there; s. */
  readonly safe: number;
  /** Titles of all notices shown. */
  readonly told: readonly string[];
  /** Empty = nothing. */
  readonly wrong: readonly string[];
}

/** How long a session is watched after a fault of the air, s. */
const WATCHED = 80;
const EMPTY = 20;
/** Zones below 20 mmHg for this long are empty, s. */
const STAYS = 3;
/** A leg that moves presses for less than this, s. */
const MOVES = 1;
/** What follows the end is heard for this long, s. */
const AFTERWARDS = 8;
/** A person waits this long before they resume, and before they try again, s. */
const PAUSE = { first: 12, again: 20 } as const;

export const struckBy = (seed: number): Struck => ({
  side: seed % 2 === 0 ? 'left' : 'right',
  zone: Math.floor(seed / 2) % ZONES,
});

/** Everything that happens from the fault on, one look after the other. */
class Aftermath {
  readonly hands: Hands;
  readonly since: number;
  #freeSince: number | null = null;
  #fullSince: number | null = null;
  #resumed = 0;

  constructor(
    readonly stage: Stage,
    readonly seen: Seen,
  ) {
    this.hands = new Hands(stage);
    this.since = this.now;
  }

  get now(): number {
    return this.stage.rig.clock.now() / 1000;
  }
  /** When the legs became free of boots that play no more, as they still are; otherwise now. */
  get freeAt(): number {
    return this.#freeSince ?? this.now;
  }
  get isFree(): boolean {
    return this.#freeSince !== null && this.now - this.#freeSince > STAYS;
  }

  /** @returns whether the session is over and the legs are free */
  look(): boolean {
    const { view } = this.seen;
    const { now } = this;
    this.hands.act(view);
    if (this.seen.plays) {
      this.#freeSince = null;
    } else if (this.stage.highest < EMPTY) {
      this.#fullSince = null;
      this.#freeSince ??= now;
    } else {
      this.#fullSince ??= now;
      if (now - this.#fullSince > MOVES) this.#freeSince = null;
    }
    const mayResume = view.phase === 'paused' && view.resumable.kind === 'yes';
    if (mayResume && now - this.since > PAUSE.first && now - this.#resumed > PAUSE.again) {
      this.#resumed = now;
      this.stage.rig.session.resume();
    }
    return !isActive(view.phase) && this.isFree;
  }
}

export async function playWhole({ fault, moment, kind, seed }: WholeCell): Promise<WholeOutcome> {
  const stage = new Stage(kind, struckBy(seed), seed);
  const seen = new Seen(stage, fault);
  await reach(stage, moment);
  const aftermath = new Aftermath(stage, seen);
  fault.strike(stage);
  await seen.pass(AWAY, () => aftermath.look());
  goOn(stage, moment);
  await seen.pass((fault.watched ?? WATCHED) - AWAY, () => aftermath.look());
  const ended = !isActive(seen.view.phase);
  const from = ended ? aftermath.since : aftermath.now;
  if (!ended) stage.rig.session.stop();
  await seen.pass(fault.safeWithin, () => {
    aftermath.look();
    return aftermath.isFree;
  });
  const { isFree } = aftermath;
  const safe = Math.max(0, aftermath.freeAt - from);
  await seen.pass(AFTERWARDS, () => {
    aftermath.look();
    return false;
  });
  const byHand = aftermath.hands.did.length > 0;
  const wrong = judge({ seen, moment, ended, safe, byHand });
  return {
    ended,
    safe,
    told: [...seen.notices.keys()],
    wrong: isFree ? wrong : [`not free after ${(aftermath.now - from).toFixed(0)} s`, ...wrong],
  };
}
