/** Slow breathing in the evening: breathing in takes four tenths of a breath, breathing out six tenths. */

import { type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import type { Guide, Phase, Prompt } from '../guide.ts';
import { inMinutes, nowhere, ready, work } from '../phases.ts';

export interface WindDown {
  readonly minutes: number;
  readonly breathsAMinute: number;
}

export const beforeBed: WindDown = { minutes: 10, breathsAMinute: 6 };

const LIE_DOWN = seconds(20);
const BREATHING_IN = 0.4;
/** The prompts before the last one, s since the breathing began. */
const EARLY_PROMPTS: readonly (readonly [at: number, say: Prompt])[] = [
  [45, 'dizzy'],
  [120, 'shoulders'],
  [270, 'jaw'],
];
/** The last prompt comes this long before the end, and at least this long after the one before it, s. */
const LAST_BREATHS = 30;

function promptsOf(length: Seconds): Phase['prompts'] {
  const end = length - LAST_BREATHS;
  return [
    ...EARLY_PROMPTS.filter(([at]) => at < end - LAST_BREATHS),
    ...(end > LAST_BREATHS ? ([[end, 'last-breaths']] as const) : []),
  ].map(([at, say]) => ({ at: seconds(at), say }));
}

export function windDown({ minutes, breathsAMinute }: WindDown): Guide {
  const pace = seconds(60 / breathsAMinute);
  const passes = Math.max(1, Math.floor((inMinutes(minutes) - LIE_DOWN) / pace));
  return {
    id: 'wind-down',
    needs: ['bed'],
    against: [],
    askFirst: null,
    window: null,
    setting: null,
    asleep: 'waits',
    phases: [
      ready('lie-down', LIE_DOWN, nowhere),
      work('breathe', nowhere, {
        direction: null,
        passes,
        pace,
        turn: BREATHING_IN,
        prompts: promptsOf(seconds(passes * pace)),
      }),
    ],
  };
}
