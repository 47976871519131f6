/**
 * For a cramp that the user has: stretch the muscle gently, stroke it lightly, keep it warm. The stretch comes at once, without a phase to
 * get ready.
 */

import { seconds } from '../../../firmware-protocol/quantities.ts';
import type { Guide, Muscle } from '../guide.ts';
import { at, work } from '../phases.ts';

/** The muscles that the user can choose from. Calves come first, because they cramp most often. */
export const crampable = ['calves', 'feet', 'hamstrings', 'quadriceps'] as const satisfies readonly Muscle[];
export type Crampable = (typeof crampable)[number];

export const cramp = (muscle: Crampable): Guide => ({
  id: 'cramp',
  needs: ['blanket'],
  against: ['clot', 'torn-muscle'],
  askFirst: 'one-calf',
  window: null,
  setting: null,
  asleep: 'waits',
  phases: [
    work('cramp-stretch', at(muscle, null), {
      direction: 'on-the-spot',
      passes: 1,
      pace: seconds(60),
      prompts: [
        { at: seconds(12), say: 'no-bounce' },
        { at: seconds(30), say: 'let-go-yet' },
      ],
    }),
    work('cramp-rub', at(muscle, null), {
      direction: 'toward-heart',
      passes: 20,
      pace: seconds(3),
      turn: 0.6,
      prompts: [{ at: seconds(15), say: 'keep-light' }],
    }),
    work('cramp-warm', at(muscle, null), { direction: null, passes: 1, pace: seconds(60) }),
  ],
});
