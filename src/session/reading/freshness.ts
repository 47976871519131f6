/** Whether measurements and status are old. Judges each stream of the boots by itself: telemetry that still arrives does not make a status fresh. */

import { elapsed, type Instant } from '../../../firmware-protocol/quantities.ts';
import type { Telemetry } from '../../../firmware-protocol/telemetry.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import { LONGEST_SILENCE } from '../../boots/stream-watch.ts';
import { isSessionOn, type Together } from '../state.ts';
import { zonesOn } from '../zones-on.ts';

const isOld = (since: Instant, now: Instant, longest: number): boolean => elapsed(since, now) > longest;

/** When each leg was last measured, updated with a packet of telemetry. */
export function measuredOn(state: Together, { samples }: Telemetry): Together['measuredOn'] {
  const { boots, measuredOn: before, now } = state;
  return {
    left: isMeasured(zonesOn(boots, 'left'), samples) ? now : before.left,
    right: isMeasured(zonesOn(boots, 'right'), samples) ? now : before.right,
  };
}

const isMeasured = (zones: readonly number[], samples: Telemetry['samples']): boolean =>
  samples.some(({ pressures }) => zones.some((zone) => pressures[zone] !== null));

/** The legs whose pressures are old. Empty unless boots play a session: at other times they need not measure. */
export function oldLegs(state: Together): readonly Side[] {
  const { boots, status, measuredOn: on, now } = state;
  if (!isSessionOn(state) || status.therapy === 'stopped') return [];
  return boots.shape.sides.filter((side) => isOld(on[side], now, LONGEST_SILENCE.telemetry));
}

/** Whether the last status is old. A status that the page read counts like one that the boots sent. */
export const isStatusOld = (state: Together): boolean =>
  isSessionOn(state) && isOld(state.statusAt, state.now, LONGEST_SILENCE.status);
