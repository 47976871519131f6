/** Keyframes: at a playhead time, a target for every zone (PROTOCOL.md 5). Complete, never a delta. */

import { bits, type Field, repeated, unsigned } from './field.ts';
import { type Layout, layout } from './layout.ts';
import {
  type Milliseconds,
  type Mmhg,
  type MmhgPerSecond,
  milliseconds,
  mmhg,
  type Seconds,
} from './quantities.ts';

/** Off is not zero: *vent* is open and unregulated, *seal* is both valves closed, a pressure is held. */
export type Target = Mmhg | 'vent' | 'seal';

export interface Keyframe {
  /** Playhead time. */
  readonly at: Milliseconds;
  /** One per zone of the peripheral, foot first, on a hub the left leg first. */
  readonly targets: readonly Target[];
  /** How fast targets may be approached upward; 0 = as fast as the limits let. 0 to 60 mmHg/s. */
  readonly ramp: MmhgPerSecond;
  /** Longest wait here for the targets; 0 = no gate. 0 to 600 s, in steps of 2.5 s. */
  readonly gate: Seconds;
  /** A cycle begins here. */
  readonly cycle: boolean;
  /** The session ends here; every target is *vent*. */
  readonly end: boolean;
}

export const TARGET_SEAL = 254;
export const TARGET_VENT = 255;
/** The highest pressure a target can name. */
export const HIGHEST_TARGET: Mmhg = mmhg(100);
const held = unsigned<Mmhg>(8, { scale: 0.5, unit: 'mmHg', min: 0, max: HIGHEST_TARGET });

/** The byte of a target: 0.5 mmHg a count, 254 seal, 255 vent. */
export const target: Field<Target> = {
  bytes: held.bytes,
  note: { ...held.note, codes: { seal: TARGET_SEAL, vent: TARGET_VENT } },
  write(view, at, value) {
    if (value === 'vent') view.setUint8(at, TARGET_VENT);
    else if (value === 'seal') view.setUint8(at, TARGET_SEAL);
    else held.write(view, at, value);
  },
  read(view, at) {
    const code = view.getUint8(at);
    if (code === TARGET_VENT) return 'vent';
    return code === TARGET_SEAL ? 'seal' : held.read(view, at);
  },
};

export interface KeyframeOnWire {
  /** After the base of the batch. */
  readonly after: Milliseconds;
  readonly marks: { readonly cycle: boolean; readonly end: boolean };
  readonly ramp: MmhgPerSecond;
  readonly gate: Seconds;
  readonly targets: readonly Target[];
}

export const KEYFRAME_HEAD_BYTES = 5;
/** Longest distance of a keyframe from the base of its batch. */
export const LONGEST_AFTER: Milliseconds = milliseconds(655_350);

/** The layout of a keyframe that lists `zones` targets. */
export const keyframeLayout = (zones: number): Layout<KeyframeOnWire> =>
  layout({
    after: unsigned<Milliseconds>(16, { scale: 10, unit: 'ms' }),
    marks: bits(8, ['cycle', 'end']),
    ramp: unsigned<MmhgPerSecond>(8, { scale: 0.25, unit: 'mmHg/s', min: 0, max: 60 }),
    gate: unsigned<Seconds>(8, { scale: 2.5, unit: 's', min: 0, max: 600 }),
    targets: repeated(target, zones),
  });
