/** The record of a guide for the journal, made once it is over. */

import { type Seconds, seconds } from '../../firmware-protocol/quantities.ts';
import type { GuideState } from './engine.ts';
import { type GuideId, guideLength, type Muscle } from './guide.ts';

export interface GuideRecord {
  readonly guide: GuideId;
  readonly how: 'finished' | 'left';
  /** Time that the guide ran, without pauses and skipped work. */
  readonly spent: Seconds;
  /** Length of the guide. */
  readonly planned: Seconds;
  /** Number of phases of work that were skipped. */
  readonly skipped: number;
  /** Muscles that the user worked on, in the order of the guide. */
  readonly muscles: readonly Muscle[];
}

/** The record of a guide; null while it still runs. */
export function recordOf(state: GuideState): GuideRecord | null {
  if (state.kind !== 'over') return null;
  const { guide, how, skipped } = state;
  const begun = guide.phases.filter((phase, index) => {
    const isReached = startsBefore(state, index);
    return phase.kind === 'work' && isReached && !skipped.includes(index);
  });
  return {
    guide: guide.id,
    how,
    spent: seconds(state.spent / 1000),
    planned: guideLength(guide),
    skipped: skipped.length,
    muscles: [...new Set(begun.flatMap(({ muscle }) => (muscle === null ? [] : [muscle])))],
  };
}

const startsBefore = ({ guide, at }: GuideState, index: number): boolean =>
  guideLength({ ...guide, phases: guide.phases.slice(0, index) }) * 1000 < at;
