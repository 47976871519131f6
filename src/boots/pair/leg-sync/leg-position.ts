/** Estimates where a leg is now, from its boot's last status and the keyframes that the boot was sent. Pure. */

import type { Keyframe } from '../../../../firmware-protocol/keyframe.ts';
import { type Milliseconds, milliseconds } from '../../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../../firmware-protocol/status.ts';
import { nextAfter } from '../leg-timeline.ts';

export interface LegPosition {
  readonly playhead: Milliseconds;
  readonly waited: Milliseconds;
  /** Whether the playhead stands at a gate or at the end: as the boot reported, or as follows from the time that has passed. */
  readonly waiting: boolean;
}

export interface ScriptPosition extends LegPosition {
  readonly script: Milliseconds;
  /** Whether the leg waits at a boundary for the other leg. */
  readonly standing: boolean;
}

/**
 * @param age time since the boot made the status
 * @param timeline what the boot plays, in the leg's own time; the playhead stands still at gates and at the end
 */
export function positionAt(status: Status, age: Milliseconds, timeline: readonly Keyframe[]): LegPosition {
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
