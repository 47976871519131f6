/**
 * One cell of the whole matrix: a person uses boots, and a fault begins in one state of the session. Checks the
 * true pressures, what the page says, whether the session goes on, and how soon the legs are free (all zones
 * below 20 mmHg).
 */

import { isActive } from '../../../../src/session/view.ts';
import { Hands } from './hands.ts';
import { judge } from './judge.ts';
import { goOn, LINK_LOSS_TIME, type Moment, reach } from './moments.ts';
import { PageWatch } from './seen.ts';
import { type Kind, Stage, type Struck, ZONES } from './stage.ts';
import type { WholeFault } from './whole-faults.ts';

export interface WholeCell {
  readonly fault: WholeFault;
  readonly moment: Moment;
  readonly kind: Kind;
  readonly seed: number;
}

export interface WholeOutcome {
  readonly ended: boolean;
  /** Time until no boots play and the legs stay free, s: from the fault if the session ended by itself, otherwise from Stop. */
  readonly safe: number;
  readonly titles: readonly string[];
  readonly wrong: readonly string[];
}

/** How long to watch the session after the fault has begun, s. `watched` of a fault overrides this. */
const WATCH_TIME = 80;
const EMPTY_BELOW = 20;
/** The legs count as free once all zones have been below EMPTY_BELOW for this long, s. */
const EMPTY_TIME = 3;
/** A leg that moves adds pressure for less than this, s. Such a push does not count. */
const MOVEMENT_TIME = 1;
/** How long to watch the page after the legs are free, s. */
const AFTERWARDS_TIME = 8;
/** In a pause, the person resumes at the earliest `first` s after the fault and `again` s after the last Resume. */
const PAUSE_BEFORE_RESUME = { first: 12, again: 20 } as const;

export const struckBy = (seed: number): Struck => ({
  side: seed % 2 === 0 ? 'left' : 'right',
  zone: Math.floor(seed / 2) % ZONES,
});

/** What happens after the fault has begun. `look` must be called every 0.1 s. */
class FaultAftermath {
  readonly hands: Hands;
  readonly since: number;
  #freeSince: number | null = null;
  #fullSince: number | null = null;
  #resumed = 0;

  constructor(
    readonly stage: Stage,
    readonly seen: PageWatch,
  ) {
    this.hands = new Hands(stage);
    this.since = this.now;
  }

  get now(): number {
    return this.stage.rig.clock.now() / 1000;
  }
  /** When no boots played any more and the legs became free. The present time if that has not happened. */
  get freeAt(): number {
    return this.#freeSince ?? this.now;
  }
  get isFree(): boolean {
    return this.#freeSince !== null && this.now - this.#freeSince > EMPTY_TIME;
  }

  /** Lets the person act. @returns whether the session is over and the legs are free */
  look(): boolean {
    const { view } = this.seen;
    const { now } = this;
    this.hands.act(view);
    if (this.seen.plays) {
      this.#freeSince = null;
    } else if (this.stage.highest < EMPTY_BELOW) {
      this.#fullSince = null;
      this.#freeSince ??= now;
    } else {
      this.#fullSince ??= now;
      if (now - this.#fullSince > MOVEMENT_TIME) this.#freeSince = null;
    }
    const mayResume = view.phase === 'paused' && view.resumable.kind === 'yes';
    if (
      mayResume &&
      now - this.since > PAUSE_BEFORE_RESUME.first &&
      now - this.#resumed > PAUSE_BEFORE_RESUME.again
    ) {
      this.#resumed = now;
      this.stage.rig.session.resume();
    }
    return !isActive(view.phase) && this.isFree;
  }
}

export async function playWhole({ fault, moment, kind, seed }: WholeCell): Promise<WholeOutcome> {
  const stage = new Stage(kind, struckBy(seed), seed);
  const seen = new PageWatch(stage, fault);
  await reach(stage, moment);
  const aftermath = new FaultAftermath(stage, seen);
  fault.strike(stage);
  await seen.pass(LINK_LOSS_TIME, () => aftermath.look());
  goOn(stage, moment);
  await seen.pass((fault.watched ?? WATCH_TIME) - LINK_LOSS_TIME, () => aftermath.look());
  const ended = !isActive(seen.view.phase);
  const from = ended ? aftermath.since : aftermath.now;
  if (!ended) stage.rig.session.stop();
  await seen.pass(fault.safeWithin, () => {
    aftermath.look();
    return aftermath.isFree;
  });
  const { isFree } = aftermath;
  const safe = Math.max(0, aftermath.freeAt - from);
  await seen.pass(AFTERWARDS_TIME, () => {
    aftermath.look();
    return false;
  });
  const byHand = aftermath.hands.did.length > 0;
  const wrong = judge({ seen, moment, ended, safe, byHand });
  return {
    ended,
    safe,
    titles: [...seen.notices.keys()],
    wrong: isFree ? wrong : [`not free after ${(aftermath.now - from).toFixed(0)} s`, ...wrong],
  };
}
