/** Decides from measurements and status whether the boots are empty. Unknown does not count as empty. */

import { rules } from '../../../firmware-protocol/limits.ts';
import { elapsed, type Mmhg } from '../../../firmware-protocol/quantities.ts';
import { isUnheard } from '../regions/stopping.ts';
import type { WithBoots } from '../state.ts';
import type { AirOut } from '../view.ts';

/** A measurement older than this is stale, ms: boots measure several times a second. */
const STALE_AFTER = 1500;

/**
 * The pressures in the last sample; empty if there is none. A zone whose gauge the boots report as broken has null, because what that
 * gauge reads is not a pressure.
 */
export function lastPressures({
  telemetry,
  status: { fault, faultZone },
}: Pick<WithBoots, 'telemetry' | 'status'>): readonly (Mmhg | null)[] {
  const last = telemetry?.samples.at(-1)?.pressures ?? [];
  return fault === 'sensor' ? last.map((pressure, zone) => (zone === faultZone ? null : pressure)) : last;
}

/** Like `lastPressures`, but null if the sample is stale or there is none. */
export function recentPressures(
  state: Pick<WithBoots, 'telemetry' | 'measuredAt' | 'now' | 'status'>,
): readonly (Mmhg | null)[] | null {
  const { measuredAt, now } = state;
  const last = lastPressures(state);
  return last.length > 0 && elapsed(measuredAt, now) <= STALE_AFTER ? last : null;
}

/** Like `recentPressures`, but also null if the sample came before the boots heard the Stop that is under way. */
export function pressuresSinceStop(state: WithBoots): readonly (Mmhg | null)[] | null {
  const { stopping, measuredAt } = state;
  const isOld = stopping.kind !== 'none' && !isUnheard(stopping) && elapsed(stopping.since, measuredAt) < 0;
  return isOld ? null : recentPressures(state);
}

/**
 * Whether every zone is below 20 mmHg. Measurements outweigh the status. Unknown, for example, for boots that lost their link while
 * emptying.
 */
export function airOut(state: WithBoots): AirOut {
  const { status, emptied, link } = state;
  const measured = pressuresSinceStop(state);
  if (measured?.some((pressure) => pressure !== null && pressure >= rules.empty)) return 'no';
  if (emptied || measured?.includes(null) === false) return 'yes';
  // If every measured zone is empty, boots that report *venting* do so because of a zone that is not measured.
  const isUnmeasured = measured?.includes(null) ?? false;
  const isEmptying = status.therapy === 'stopped' && status.operation === 'venting' && !isUnmeasured;
  return isEmptying && link.kind === 'connected' ? 'no' : 'unknown';
}

/** Whether the boots have stopped and are empty. Boots report *idle* or *ready* only once every zone has been below 20 mmHg. */
export function isEmptied(state: WithBoots): boolean {
  const { status, stopping } = state;
  if (status.therapy !== 'stopped') return false;
  const air = airOut(state);
  if (air !== 'unknown') return air === 'yes';
  const isNew = stopping.kind === 'none' || (!isUnheard(stopping) && stopping.confirmed);
  return isNew && (status.operation === 'idle' || status.operation === 'ready');
}
