/** Decides whether measurements and status are old, each by itself: telemetry that still arrives does not make the status fresh. */

import { rules } from '../../../firmware-protocol/limits.ts';
import { elapsed, type Instant } from '../../../firmware-protocol/quantities.ts';
import type { Telemetry } from '../../../firmware-protocol/telemetry.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import { LONGEST_SILENCE } from '../../boots/stream-watch.ts';
import { lastPressures } from '../emptying/air-out.ts';
import { isSessionOn, type WithBoots } from '../state.ts';
import { zonesOn } from '../zones-on.ts';

const isOld = (since: Instant, now: Instant, longest: number): boolean => elapsed(since, now) > longest;

export function legMeasuredAt(state: WithBoots, { samples }: Telemetry): WithBoots['legMeasuredAt'] {
  const { boots, legMeasuredAt: before, now } = state;
  return {
    left: isMeasured(zonesOn(boots, 'left'), samples) ? now : before.left,
    right: isMeasured(zonesOn(boots, 'right'), samples) ? now : before.right,
  };
}

const isMeasured = (zones: readonly number[], samples: Telemetry['samples']): boolean =>
  samples.some(({ pressures }) => zones.some((zone) => pressures[zone] !== null));

/**
 * The legs whose pressures are old. Outside a session boots need not measure, so nothing is old then, with one exception: after a
 * session they must measure until every zone is released, so a leg counts as old if its last pressures show a zone that is not
 * released.
 */
export function oldLegs(state: WithBoots): readonly Side[] {
  const { boots, status, therapy, legMeasuredAt: on, now } = state;
  const old = boots.shape.sides.filter((side) => isOld(on[side], now, LONGEST_SILENCE.telemetry));
  if (isSessionOn(state) && status.therapy !== 'stopped') return old;
  return therapy.kind === 'ended' ? old.filter((side) => !isReleased(state, side)) : [];
}

function isReleased(state: WithBoots, side: Side): boolean {
  const last = lastPressures(state);
  return zonesOn(state.boots, side).every((zone) => (last[zone] ?? 0) < rules.released);
}

/** Whether the last status, notified or read, is old. False unless a session is on. */
export const isStatusOld = (state: WithBoots): boolean =>
  isSessionOn(state) && isOld(state.statusAt, state.now, LONGEST_SILENCE.status);
