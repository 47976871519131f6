/** Whether the boots are empty, from measurements and from their status. Unknown is not empty. */

import { rules } from '../../../firmware-protocol/limits.ts';
import { elapsed, type Mmhg } from '../../../firmware-protocol/quantities.ts';
import { isUnheard } from '../regions/stopping.ts';
import type { Together } from '../state.ts';
import type { AirOut } from '../view.ts';

/** Boots measure several times a second; a measurement older than this is stale, ms. */
const OLD = 1500;

/** The last sample, without the zone whose gauge the boots report as broken: whatever it reads is no pressure. */
export function lastMeasured({
  telemetry,
  status: { fault, faultZone },
}: Pick<Together, 'telemetry' | 'status'>): readonly (Mmhg | null)[] {
  const last = telemetry?.samples.at(-1)?.pressures ?? [];
  return fault === 'sensor' ? last.map((pressure, zone) => (zone === faultZone ? null : pressure)) : last;
}

/** The latest measurement; null where it is stale or missing. */
export function measuredOfLate(
  state: Pick<Together, 'telemetry' | 'measuredAt' | 'now' | 'status'>,
): readonly (Mmhg | null)[] | null {
  const { measuredAt, now } = state;
  const last = lastMeasured(state);
  return last.length > 0 && elapsed(measuredAt, now) <= OLD ? last : null;
}

/** The same, but only if it was taken after the boots heard Stop. */
export function measuredNow(state: Together): readonly (Mmhg | null)[] | null {
  const { stopping, measuredAt } = state;
  const isOld = stopping.kind !== 'none' && !isUnheard(stopping) && elapsed(stopping.since, measuredAt) < 0;
  return isOld ? null : measuredOfLate(state);
}

/**
 * A measurement outweighs the status, and unknown is not out. Boots that lost their link while emptying may be empty by now, or not.
 */
export function airOut(state: Together): AirOut {
  const { status, emptied, link } = state;
  const measured = measuredNow(state);
  if (measured?.some((pressure) => pressure !== null && pressure >= rules.empty)) return 'no';
  if (emptied || measured?.includes(null) === false) return 'yes';
  // Where all that is measured is empty, boots say that they vent because of a zone that is not measured.
  const isUnmeasured = measured?.includes(null) ?? false;
  const isEmptying = status.therapy === 'stopped' && status.operation === 'venting' && !isUnmeasured;
  return isEmptying && link.kind === 'connected' ? 'no' : 'unknown';
}

/** Boots that have stopped and are empty stay empty. They report *idle* only once every zone is below 20 mmHg. */
export function isEmptied(state: Together): boolean {
  const { status, stopping } = state;
  if (status.therapy !== 'stopped') return false;
  const air = airOut(state);
  if (air !== 'unknown') return air === 'yes';
  const isNew = stopping.kind === 'none' || (!isUnheard(stopping) && stopping.confirmed);
  return isNew && (status.operation === 'idle' || status.operation === 'ready');
}
