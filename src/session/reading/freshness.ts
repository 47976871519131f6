/**
 * Decides whether measurements and status are old. Each stream is judged by itself: telemetry that still arrives does not make the status
 * fresh.
 */

import { elapsed, type Instant } from '../../../firmware-protocol/quantities.ts';
import type { Telemetry } from '../../../firmware-protocol/telemetry.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import { LONGEST_SILENCE } from '../../boots/stream-watch.ts';
import { isSessionOn, type WithBoots } from '../state.ts';
import { zonesOn } from '../zones-on.ts';

const isOld = (since: Instant, now: Instant, longest: number): boolean => elapsed(since, now) > longest;

/** When each leg was last measured, now that this packet has come. */
export function legMeasuredAt(state: WithBoots, { samples }: Telemetry): WithBoots['legMeasuredAt'] {
  const { boots, legMeasuredAt: before, now } = state;
  return {
    left: isMeasured(zonesOn(boots, 'left'), samples) ? now : before.left,
    right: isMeasured(zonesOn(boots, 'right'), samples) ? now : before.right,
  };
}

const isMeasured = (zones: readonly number[], samples: Telemetry['samples']): boolean =>
  samples.some(({ pressures }) => zones.some((zone) => pressures[zone] !== null));

/** The legs whose pressures are old. Empty unless boots run or pause a session, because at other times they need not measure. */
export function oldLegs(state: WithBoots): readonly Side[] {
  const { boots, status, legMeasuredAt: on, now } = state;
  if (!isSessionOn(state) || status.therapy === 'stopped') return [];
  return boots.shape.sides.filter((side) => isOld(on[side], now, LONGEST_SILENCE.telemetry));
}

/** Whether the last status, sent by the boots or read by the page, is old. False unless a session is on. */
export const isStatusOld = (state: WithBoots): boolean =>
  isSessionOn(state) && isOld(state.statusAt, state.now, LONGEST_SILENCE.status);
