/** A timeline as a page would write it live: whenever the target of a zone changes, three bytes for that zone. */

import { type Keyframe, target } from '../../../firmware-protocol/keyframe.ts';
import type { Milliseconds } from '../../../firmware-protocol/quantities.ts';

export interface Change {
  /** Time since the timeline began. */
  readonly at: Milliseconds;
  /** For each zone whose target changes: its index, the target's byte on the wire, and the ramp in steps of 0.25 mmHg/s. */
  readonly writes: readonly (readonly [number, number, number])[];
}

const byteOf = (wanted: Keyframe['targets'][number]): number => {
  const view = new DataView(new ArrayBuffer(1));
  target.write(view, 0, wanted);
  return view.getUint8(0);
};

export const changesOf = (keyframes: readonly Keyframe[]): readonly Change[] =>
  keyframes
    .map(({ at, targets, ramp }, index) => ({
      at,
      writes: targets.flatMap((wanted, zone) =>
        wanted === keyframes[index - 1]?.targets[zone] ? [] : [[zone, byteOf(wanted), ramp * 4] as const],
      ),
    }))
    .filter(({ writes }) => writes.length > 0);
