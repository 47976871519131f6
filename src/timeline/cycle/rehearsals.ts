/** Keeps the rehearsals of one wave, so that no pace is played to its end twice on the same air. */

import type { FillModel } from '../../air/fill-model.ts';
import type { FillModels } from '../../air/uncertainty.ts';
import { memoized } from '../memoized.ts';
import type { Beat } from './beat.ts';
import type { Bounds } from './margins.ts';
import type { Pace } from './pace.ts';
import { beatsOf, type Emptying } from './pulse-pattern.ts';
import { fits, type Rehearsal, type RehearsalInput, rehearse } from './rehearsal.ts';
import type { WaveSpec } from './wave-targets.ts';

class KeptRehearsal {
  readonly #input: RehearsalInput;
  #found: Rehearsal | undefined;

  constructor(input: RehearsalInput) {
    this.#input = input;
  }

  play(extent: 'whole' | 'untilTooLong'): Rehearsal {
    const known = this.#found;
    if (known && (known.complete || extent === 'untilTooLong')) return known;
    const found = rehearse(this.#input, extent);
    this.#found = found;
    return found;
  }
}

/** The worse value of each figure that `fits` compares. Other figures are from the rehearsal in which a zone is squeezed for longest. */
function worse(one: Rehearsal, other: Rehearsal): Rehearsal {
  const [less, more] = Math.max(...one.squeezed) < Math.max(...other.squeezed) ? [one, other] : [other, one];
  return {
    ...more,
    squeezed: more.squeezed.map((time, leg) => Math.max(time, less.squeezed[leg] ?? 0)),
    squeezedToStep: Math.max(one.squeezedToStep, other.squeezedToStep),
    longestWait: Math.max(one.longestWait, other.longestWait),
    reversed: Math.max(one.reversed, other.reversed),
  };
}

export class Rehearsals {
  readonly beats: (pace: Pace) => readonly Beat[];
  readonly #attempt: (input: Pace & { readonly air: FillModel }) => KeptRehearsal;

  constructor(spec: WaveSpec, emptying: Emptying) {
    const { pattern, boots } = spec;
    this.beats = memoized((pace) => beatsOf(spec, pace, emptying));
    this.#attempt = memoized(
      ({ air, ...pace }) => new KeptRehearsal({ beats: this.beats(pace), ramp: pattern.ramp, boots, air }),
    );
  }

  /** Plays the pace to its end on all of these airs. The figures are combined as in `worse`. */
  worst(pace: Pace, [first, ...others]: FillModels): Rehearsal {
    const on = (air: FillModel): Rehearsal => this.#attempt({ ...pace, air }).play('whole');
    return others.reduce((worst, air) => worse(worst, on(air)), on(first));
  }

  /** If the pace fits on all of these airs, the same as `worst`; otherwise the rehearsal on the first air on which it does not fit. */
  worstUntilMisfit(
    pace: Pace,
    airs: FillModels,
    within: Bounds,
    extent: 'whole' | 'untilTooLong',
  ): Rehearsal {
    for (const air of airs) {
      const rehearsal = this.#attempt({ ...pace, air }).play(extent);
      if (!fits(rehearsal, within)) return rehearsal;
    }
    return this.worst(pace, airs);
  }
}
