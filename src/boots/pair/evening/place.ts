/** Where boots are by now: what their last status said, carried on by what they were given to play. Pure. */

import type { Keyframe } from '../../../../firmware-protocol/keyframe.ts';
import { type Milliseconds, milliseconds } from '../../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../../firmware-protocol/status.ts';
import { nextAfter } from '../leg-timeline.ts';

export interface Place {
  readonly playhead: Milliseconds;
  /** At gates so far. */
  readonly waited: Milliseconds;
  /** At a gate, as they said or as must be by now. */
  readonly waiting: boolean;
}

/**
 * @param age since the status was so
 * @param timeline what they play, in their own time; the playhead stands at its gates
 */
export function placeAt(status: Status, age: Milliseconds, timeline: readonly Keyframe[]): Place {
  const { playhead, waited, therapy, operation } = status;
  const passed = Math.max(0, age);
  if (therapy !== 'running') return { playhead, waited, waiting: false };
  if (operation === 'waiting') {
    return { playhead, waited: milliseconds(waited + passed), waiting: true };
  }
  let next = nextAfter(timeline, playhead);
  while (next < timeline.length && !standsAt(timeline[next])) next++;
  const gate = timeline[next];
  const reach = gate ? Math.min(passed, gate.at - playhead) : passed;
  return {
    playhead: milliseconds(playhead + reach),
    waited: milliseconds(waited + passed - reach),
    waiting: gate !== undefined && reach === gate.at - playhead,
  };
}

const standsAt = (keyframe: Keyframe | undefined): boolean =>
  keyframe !== undefined && (keyframe.gate > 0 || keyframe.end);
