/** Builds the phases of guides, and counts how many repetitions (passes) fit into a given time. */

import { type Seconds, seconds } from '../../firmware-protocol/quantities.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { Cue, Muscle, Phase } from './guide.ts';

export const sides: readonly Side[] = ['left', 'right'];

type Place = Pick<Phase, 'muscle' | 'side'>;

export const nowhere: Place = { muscle: null, side: null };
export const at = (muscle: Muscle, side: Side | null): Place => ({ muscle, side });

export const ready = (cue: Cue, length: Seconds, place: Place): Phase => ({
  kind: 'ready',
  cue,
  ...place,
  direction: null,
  passes: 1,
  pace: length,
  turn: null,
  prompts: [],
});

export const work = (
  cue: Cue,
  place: Place,
  how: Pick<Phase, 'direction' | 'passes' | 'pace'> & Partial<Pick<Phase, 'turn' | 'prompts'>>,
): Phase => ({ kind: 'work', cue, turn: null, prompts: [], ...place, ...how });

/** The most passes that each of `count` phases can have so that the phases together fit into `time`; at least 1. */
export const passesWithin = (time: Seconds, count: number, pace: Seconds): number =>
  Math.max(1, Math.floor(time / (count * pace)));

export const inMinutes = (minutes: number): Seconds => seconds(minutes * 60);
