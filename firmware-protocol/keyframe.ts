/**
 * Keyframes: targets for all zones of a peripheral, in force from a playhead time on (PROTOCOL.md 5). A keyframe gives all
 * targets, not only those that change.
 */

import { bits, type Field, Refusal, repeated, type ValueOf } from './layout/field.ts';
import { layout } from './layout/layout.ts';
import { fromOrigin, inline } from './layout/layout-parts.ts';
import { orCode, u8, u16 } from './layout/number-field.ts';
import { type Milliseconds, type Mmhg, milliseconds, mmhg } from './quantities.ts';

export const TARGET_SEAL = 254;
export const TARGET_VENT = 255;
/** Times of keyframes on the wire are multiples of this, ms. */
export const KEYFRAME_TIME_STEP = 10;
/** The highest pressure that a target can express. */
export const HIGHEST_TARGET: Mmhg = mmhg(100);

/**
 * *Vent* is not 0 mmHg: the vent valve is open and nothing is regulated. *Seal* closes both valves of the zone. At a
 * pressure, the boots hold the zone at that pressure.
 */
export type Target = Mmhg | 'vent' | 'seal';

/** A pressure at which the boots can hold a zone, in one byte. */
export const pressure = u8({ scale: 0.5, unit: 'mmHg', min: 0, max: HIGHEST_TARGET });
export const target: Field<Target> = orCode(
  orCode(pressure, 'seal', TARGET_SEAL, 'seal'),
  'vent',
  TARGET_VENT,
  'vent',
);

/** Writes only the targets of the first leg, and reads them as the targets of both legs. */
const forBothLegs = (oneLeg: Field<readonly Target[]>, zones: number): Field<readonly Target[]> => ({
  ...oneLeg,
  note: { ...oneLeg.note, length: zones },
  write: (view, at, targets) => oneLeg.write(view, at, targets.slice(0, targets.length / 2)),
  read(view, at) {
    const targets = oneLeg.read(view, at);
    return targets instanceof Refusal ? targets : [...targets, ...targets];
  },
});

/** The longest that a keyframe may come after the base of its batch. */
export const AFTER_MAX: Milliseconds = milliseconds(655_350);

const keyframeWith = (zones: number, legsAlike: boolean) =>
  layout(
    {
      /** Playhead time; the wire carries its distance from the base of the batch. */
      at: fromOrigin(u16({ scale: KEYFRAME_TIME_STEP, unit: 'ms' })),
      /** `cycle`: a cycle begins here. `end`: the session ends here, and every target is *vent*. */
      marks: inline(bits(8, ['cycle', 'end'])),
      /** How fast pressures may rise to the targets; 0 = as fast as the limits allow. */
      ramp: u8({ scale: 0.25, unit: 'mmHg/s', min: 0, max: 60 }),
      /** Longest wait for the zones to reach these targets, while the playhead stands still; 0 = no gate. */
      gate: u8({ scale: 2.5, unit: 's', min: 0, max: 600 }),
      /** One per zone of the peripheral, foot first; on a hub the left leg comes first. */
      targets: legsAlike ? forBothLegs(repeated(target, zones / 2), zones) : repeated(target, zones),
    },
    ({ end, targets }) =>
      end && targets.some((one) => one !== 'vent')
        ? { at: 'marks', message: 'the end of a session vents every zone' }
        : null,
  );
type KeyframeLayout = ReturnType<typeof keyframeWith>;

export type Keyframe = ValueOf<KeyframeLayout>;

const layouts = { alike: new Map<number, KeyframeLayout>(), unlike: new Map<number, KeyframeLayout>() };
/**
 * The layout of a keyframe with `zones` targets. With `legsAlike`, only the first half of them is on the
 * wire.
 */
export function keyframeLayout(zones: number, legsAlike: boolean): KeyframeLayout {
  const known = layouts[legsAlike ? 'alike' : 'unlike'];
  const shape = known.get(zones) ?? keyframeWith(zones, legsAlike);
  known.set(zones, shape);
  return shape;
}

export const KEYFRAME_HEAD_BYTES = keyframeLayout(0, false).bytes;
