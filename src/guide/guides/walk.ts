/** Easy movement: a walk, or an easy run between two walks. The talk test reminds the user to go so easily that talking is no effort. */

import { type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import type { Cue, Guide, Phase, Prompt } from '../guide.ts';
import { inMinutes, nowhere, work } from '../phases.ts';

/** When the first talk test comes, min. */
const FIRST_TALK_TEST = 2;
/** Time from one talk test to the next, min. */
const TALK_TEST_EVERY = 4;
/** Shortest walk or run that says when half of it is over and when one minute is left, min. */
const LONG_WALK = 6;

/** Prompts at least a minute apart, so that none interrupts another. */
function promptsOf(minutes: number): Phase['prompts'] {
  const marks = new Map<number, Prompt>();
  for (let at = FIRST_TALK_TEST; at < minutes - 1; at += TALK_TEST_EVERY) marks.set(at, 'talk-test');
  if (minutes >= LONG_WALK) {
    const half = minutes / 2;
    for (const at of marks.keys()) if (Math.abs(at - half) < 1) marks.delete(at);
    marks.set(half, 'halfway');
    marks.set(minutes - 1, 'last-minute');
  }
  return [...marks].sort(([a], [b]) => a - b).map(([minute, say]) => ({ at: inMinutes(minute), say }));
}

const stretchOf = (cue: Cue, length: Seconds, prompts: Phase['prompts']): Phase =>
  work(cue, nowhere, { direction: null, passes: 1, pace: length, prompts });

export const walk = (minutes: number): Guide => ({
  id: 'walk',
  needs: [],
  against: ['unwell'],
  askFirst: null,
  window: null,
  setting: null,
  asleep: 'goesOn',
  phases: [stretchOf('walk', inMinutes(minutes), promptsOf(minutes))],
});

/** Lengths of the walks before and after an easy run, min. */
const WALK_FIRST = 3;
const WALK_LAST = 2;

/** @param minutes length of the guide, both walks included */
export function easyRun(minutes: number): Guide {
  const running = Math.max(1, minutes - WALK_FIRST - WALK_LAST);
  return {
    id: 'easy-run',
    needs: [],
    against: ['clot', 'torn-muscle', 'recent-injury', 'unwell'],
    askFirst: null,
    window: null,
    setting: null,
    asleep: 'goesOn',
    phases: [
      stretchOf('walk', inMinutes(WALK_FIRST), []),
      stretchOf('run', inMinutes(running), promptsOf(running)),
      stretchOf('walk', seconds(inMinutes(minutes) - inMinutes(WALK_FIRST) - inMinutes(running)), []),
    ],
  };
}
