/** What a pair plays: one script, which each leg plays in its own time, and the outcome of the last cut. */

import type { Observable } from 'rxjs';
import { ALLOWANCE_TO_THE_END } from '../../../firmware-protocol/command.ts';
import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import { type Mmhg, milliseconds, type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import type { TimelineRefusal } from '../../../firmware-protocol/status.ts';
import type { Adoption } from '../boots.ts';
import type { Cut, CutOutcome } from '../cut.ts';
import { LastCut } from './last-cut.ts';
import type { Leg } from './leg.ts';
import { alignedAt, unshifted, withoutDelays } from './leg-time.ts';
import { afterCut, lowered, nothingToPlay, type PairScript, scriptOf } from './pair-script.ts';

export class PairPlayback {
  #script: PairScript = nothingToPlay;
  readonly #cut = new LastCut();

  constructor(readonly legs: () => readonly Leg[]) {}

  get script(): PairScript {
    return this.#script;
  }

  /** @param allowance how long each boot may play without this page */
  begin(allowance: Seconds): void {
    this.#cut.supersede();
    this.#script = nothingToPlay;
    for (const leg of this.legs()) leg.begin(allowance);
  }

  /** @param paused whether the legs are paused: then they may be at different positions, and both resume where the cut begins */
  play(cut: Cut, paused: boolean): Observable<CutOutcome> {
    const outcomes = this.#cut.begin();
    this.#script = afterCut(this.#script, cut);
    const { keyframes, boundaries } = this.#script;
    for (const leg of this.legs()) {
      const { script, playhead } = leg.position();
      const since = milliseconds(Math.min(script, cut.from));
      const time = withoutDelays(leg.time, since, (at) => boundaries.includes(at));
      leg.cut(keyframes, cut.from, paused ? alignedAt(time, cut.from, playhead) : time);
    }
    return outcomes;
  }

  /** Each leg continues from its own last status. */
  adopt(keyframes: readonly Keyframe[], adoption: Adoption): Observable<CutOutcome> {
    const { shifts, isCertain = true, allowance = seconds(ALLOWANCE_TO_THE_END) } = adoption;
    this.#script = scriptOf(keyframes);
    const outcomes = this.#cut.begin(['left', 'right']);
    for (const leg of this.legs())
      leg.adopt(keyframes, shifts?.[leg.side] ?? unshifted, isCertain, allowance);
    return outcomes;
  }

  lower(ceiling: Mmhg): void {
    this.#script = lowered(this.#script, ceiling);
  }

  confirmed({ side }: Leg): void {
    this.#cut.confirmed(side);
  }

  /** @returns whether the refusal was reported as the outcome of the last cut */
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
