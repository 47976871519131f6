/** The script that both legs of a pair play, in script time, and its cycle boundaries. Pure. */

import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import type { Milliseconds, Mmhg } from '../../../firmware-protocol/quantities.ts';
import type { Cut } from '../cut.ts';

export interface PairScript {
  readonly keyframes: readonly Keyframe[];
  /** The times at which cycles begin, and the end. */
  readonly boundaries: readonly Milliseconds[];
}

export const scriptOf = (keyframes: readonly Keyframe[]): PairScript => ({
  keyframes,
  boundaries: keyframes.filter(({ cycle, end }) => cycle || end).map(({ at }) => at),
});

export const nothingToPlay: PairScript = scriptOf([]);

export const afterCut = (script: PairScript, { keyframes, from }: Cut): PairScript =>
  scriptOf([...script.keyframes.filter(({ at }) => at < from), ...keyframes]);

/** Lowers every target above a ceiling to that ceiling, as the boots do with the keyframes that they hold. */
export function lowered(script: PairScript, ceiling: Mmhg): PairScript {
  const isAbove = (target: Keyframe['targets'][number]): boolean =>
    typeof target === 'number' && target > ceiling;
  const keyframes = script.keyframes.map((keyframe) =>
    keyframe.targets.some(isAbove)
      ? { ...keyframe, targets: keyframe.targets.map((target) => (isAbove(target) ? ceiling : target)) }
      : keyframe,
  );
  return { ...script, keyframes };
}
