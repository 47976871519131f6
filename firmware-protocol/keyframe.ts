/**
 * A keyframe gives the target of every zone of a peripheral from one playhead time on (PROTOCOL.md 5). The playhead is
 * the boots' position in the timeline; it stands still at gates and in pauses.
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
export const HIGHEST_TARGET: Mmhg = mmhg(100);

/**
 * *Vent* opens the vent valve and regulates nothing, so it is not 0 mmHg. *Seal* closes both valves of the zone. A
 * number is the pressure at which the boots hold the zone.
 */
export type Target = Mmhg | 'vent' | 'seal';

export const pressure = u8({ scale: 0.5, unit: 'mmHg', min: 0, max: HIGHEST_TARGET });
export const target: Field<Target> = orCode(
  orCode(pressure, 'seal', TARGET_SEAL, 'seal'),
  'vent',
  TARGET_VENT,
  'vent',
);

/** Sends only the targets of the first leg; reading gives them to both legs. */
const forBothLegs = (oneLeg: Field<readonly Target[]>, zones: number): Field<readonly Target[]> => ({
  ...oneLeg,
  note: { ...oneLeg.note, length: zones },
  write: (view, at, targets) => oneLeg.write(view, at, targets.slice(0, targets.length / 2)),
  read(view, at) {
    const targets = oneLeg.read(view, at);
    return targets instanceof Refusal ? targets : [...targets, ...targets];
  },
});

/** From the base of a batch to one of its keyframes. */
export const AFTER_MAX: Milliseconds = milliseconds(655_350);

const keyframeWith = (zones: number, legsAlike: boolean) =>
  layout(
    {
      /** Playhead time. On the wire: the time since the base of the batch. */
      at: fromOrigin(u16({ scale: KEYFRAME_TIME_STEP, unit: 'ms' })),
      /** `cycle`: a cycle begins here. `end`: the session ends here, and every target is *vent*. */
      marks: inline(bits(8, ['cycle', 'end'])),
      /** How fast pressures may rise to the targets; 0 = as fast as the limits allow. */
      ramp: u8({ scale: 0.25, unit: 'mmHg/s', min: 0, max: 60 }),
      /** Longest wait, with the playhead standing still, for the zones to reach these targets; 0 = no gate. */
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
/** @param legsAlike whether only the first half of the targets is on the wire */
export function keyframeLayout(zones: number, legsAlike: boolean): KeyframeLayout {
  const known = layouts[legsAlike ? 'alike' : 'unlike'];
  const shape = known.get(zones) ?? keyframeWith(zones, legsAlike);
  known.set(zones, shape);
  return shape;
}

export const KEYFRAME_HEAD_BYTES = keyframeLayout(0, false).bytes;
