/** Where a leg is in the script, from its boot's last status. */

import type { Keyframe } from '../../../../firmware-protocol/keyframe.ts';
import type { Milliseconds } from '../../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../../firmware-protocol/status.ts';
import { type LegTime, scriptAt, waitsBefore } from '../leg-time.ts';
import { positionAt, type ScriptPosition } from './leg-position.ts';

/** Keeps the last position, because a pair asks for it several times at one instant. */
export class ScriptPositions {
  #last: {
    readonly status: Status;
    readonly age: Milliseconds;
    readonly timeline: readonly Keyframe[];
    readonly time: LegTime;
    readonly position: ScriptPosition;
  } | null = null;

  /**
   * @param age time since the boot made the status
   * @param timeline what the boot plays, in the leg's own time
   */
  at(status: Status, age: Milliseconds, timeline: readonly Keyframe[], time: LegTime): ScriptPosition {
    const last = this.#last;
    const isSame =
      last?.age === age && last.status === status && last.timeline === timeline && last.time === time;
    if (isSame) return last.position;
    const own = positionAt(status, age, timeline);
    const { playhead } = own;
    const script = scriptAt(time, playhead);
    const position = { ...own, script, standing: waitsBefore(time, playhead) !== null };
    this.#last = { status, age, timeline, time, position };
    return position;
  }
}
