/** What both legs of a pair play: one script, which each leg plays in its own time, and what is told of the last cut of it. */

import type { Observable } from 'rxjs';
import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import { type Mmhg, milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { TimelineRefusal } from '../../../firmware-protocol/status.ts';
import type { Shifts } from '../boots.ts';
import type { Cut, Played } from '../cut.ts';
import { LastCut } from './last-cut.ts';
import type { Leg } from './leg.ts';
import { laidAt, unshifted, without } from './leg-time.ts';
import { afterCut, lowered, nothingToPlay, type PairScript, scriptOf } from './pair-script.ts';

export class Playing {
  #script: PairScript = nothingToPlay;
  readonly #cut = new LastCut();

  constructor(readonly legs: () => readonly Leg[]) {}

  get script(): PairScript {
    return this.#script;
  }

  /** A new session. */
  begin(): void {
    this.#cut.supersede();
    this.#script = nothingToPlay;
    for (const leg of this.legs()) leg.begin();
  }

  /** @param paused legs that paused at unlike places go on together from one */
  play(cut: Cut, paused: boolean): Observable<Played> {
    const told = this.#cut.begin();
    this.#script = afterCut(this.#script, cut);
    const { keyframes, boundaries } = this.#script;
    for (const leg of this.legs()) {
      const { script, playhead } = leg.place();
      const since = milliseconds(Math.min(script, cut.from));
      const time = without(leg.time, since, (at) => boundaries.includes(at));
      leg.cut(keyframes, cut.from, paused ? laidAt(time, cut.from, playhead) : time);
    }
    return told;
  }

  /** Each leg goes on from its own last status. */
  adopt(keyframes: readonly Keyframe[], shifts: Shifts | undefined): Observable<Played> {
    this.#script = scriptOf(keyframes);
    const told = this.#cut.begin(['left', 'right']);
    for (const leg of this.legs()) leg.adopt(keyframes, shifts?.[leg.side] ?? unshifted);
    return told;
  }

  lower(ceiling: Mmhg): void {
    this.#script = lowered(this.#script, ceiling);
  }

  confirmed({ side }: Leg): void {
    this.#cut.confirmed(side);
  }

  /** @returns whether it has been told of the last cut */
  failed({ side }: Leg, reason: TimelineRefusal): boolean {
    return this.#cut.failed(side, reason);
  }

  supersede(): void {
    this.#cut.supersede();
  }

  end(): void {
    this.#cut.end();
  }
}
