/** What writes to one boot of a pair: the feeder, with a memory of how far it has written. */

import { Subject, type Subscription } from 'rxjs';
import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import type { Milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Clock } from '../../clock/clock.ts';
import { clockScheduler } from '../../clock/clock-scheduler.ts';
import { type FeedEvent, feed } from '../../timeline/feed.ts';
import type { Cut } from '../../timeline/lead.ts';
import type { SingleBoots } from '../single-boots.ts';

export class LegFeed {
  readonly #cuts = new Subject<Cut>();
  readonly #more = new Subject<readonly Keyframe[]>();
  readonly #feeding: Subscription;
  /** Playhead of the last keyframe written. */
  #writtenUntil = Number.NEGATIVE_INFINITY;

  /** @param lead how far ahead of where it is now the boot is kept */
  constructor(boots: SingleBoots, clock: Clock, lead: () => Milliseconds, told: (event: FeedEvent) => void) {
    this.#feeding = feed({
      status: boots.status,
      cuts: this.#cuts,
      more: this.#more,
      write: (batch) => {
        this.#writtenUntil = batch.keyframes.at(-1)?.at ?? this.#writtenUntil;
        return boots.writeBatch(batch);
      },
      rules: () => ({
        lead: lead(),
        payload: boots.feature.largestWrite,
        hub: false,
        capacity: boots.feature.capacity,
        token: boots.token,
      }),
      scheduler: clockScheduler(clock),
    }).subscribe(told);
  }

  /** @returns whether it replaces anything that was written; else it is in force as it is */
  cut(cut: Cut): boolean {
    const replaces = this.#writtenUntil >= cut.from;
    this.#cuts.next(cut);
    return replaces;
  }

  more(keyframes: readonly Keyframe[]): void {
    this.#more.next(keyframes);
  }

  end(): void {
    this.#feeding.unsubscribe();
  }
}
