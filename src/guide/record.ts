/** The record of a guide that is over, for the screen at its end and for the journal. */

import { type Seconds, seconds } from '../../firmware-protocol/quantities.ts';
import type { GuideState } from './engine.ts';
import { type GuideId, guideLength, type Muscle } from './guide.ts';

export interface GuideRecord {
  readonly guide: GuideId;
  readonly how: 'finished' | 'left';
  /** Time that the guide ran. Repeated time counts again; pauses and skipped time do not count. */
  readonly spent: Seconds;
  readonly planned: Seconds;
  /** Number of phases of work that the user skipped (engine.ts). */
  readonly skipped: number;
  /** Muscles of the phases of work that were begun and not skipped, in the order of the guide. */
  readonly muscles: readonly Muscle[];
}

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
