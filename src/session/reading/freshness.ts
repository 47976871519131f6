/** Which of what is known is old: each stream of the boots by itself, so that what still comes does not make new what does not. */

import { elapsed, type Instant } from '../../../firmware-protocol/quantities.ts';
import type { Telemetry } from '../../../firmware-protocol/telemetry.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import { LONGEST_SILENCE } from '../../boots/stream-watch.ts';
import { isSessionOn, type Together } from '../state.ts';
import { zonesOn } from '../zones-on.ts';

const isOld = (since: Instant, now: Instant, longest: number): boolean => elapsed(since, now) > longest;

/** When each leg was last measured, after these measurements. */
export function measuredOn(state: Together, { samples }: Telemetry): Together['measuredOn'] {
  const { boots, measuredOn: before, now } = state;
  const isMeasured = (side: Side): boolean =>
    samples.some(({ pressures }) => zonesOn(boots, side).some((zone) => pressures[zone] !== null));
  return {
    left: isMeasured('left') ? now : before.left,
    right: isMeasured('right') ? now : before.right,
  };
}

/** The legs whose pressures are old. Boots measure while a session is on. */
export function oldLegs(state: Together): readonly Side[] {
  const { boots, status, measuredOn: on, now } = state;
  if (!isSessionOn(state) || status.therapy === 'stopped') return [];
  return boots.shape.sides.filter((side) => isOld(on[side], now, LONGEST_SILENCE.telemetry));
}

/** What the boots do is old. A status that was read counts like one that came by itself. */
export const isStatusOld = (state: Together): boolean =>
  isSessionOn(state) && isOld(state.statusAt, state.now, LONGEST_SILENCE.status);
