/** Moves the stopping region (regions/stopping.ts) on when time has passed or a measurement has come. Pure. */

import { limits } from '../../../firmware-protocol/limits.ts';
import { elapsed, type Instant } from '../../../firmware-protocol/quantities.ts';
import {
  becomeNotHeard,
  CONFIRMED_WITHIN,
  type Stopping,
  stopping,
  type UnderWay,
  type Venting,
  withoutZones,
} from '../regions/stopping.ts';
import { type FullZone, isFalling, isFullSince } from './full-zones.ts';

/** A venting zone must have fallen within the first of these times, and be empty within the second, ms. */
const TIME_TO_FALL = 2000;
const TIME_TO_EMPTY = limits.emptying.byDefault * 1000;

export interface Air {
  /** The zones that are measured full; null if no measurement is recent enough. */
  readonly full: readonly FullZone[] | null;
  /** Whether the air is known to be out of every zone. */
  readonly out: boolean;
}

/**
 * How stopping ends. `out`: the air is out. `notKnown`: emptying must be over and no zone is measured full, but not all zones are known
 * to be empty.
 */
export type StoppingEnd = 'out' | 'notKnown';

export function advanceStopping(state: UnderWay, { full, out }: Air, now: Instant): UnderWay | StoppingEnd {
  if (state.kind === 'asked') {
    const late = elapsed(state.since, now) > CONFIRMED_WITHIN;
    return late ? becomeNotHeard(state) : state;
  }
  if (state.kind === 'notHeard') return state;
  if (out && state.confirmed) return 'out';
  if (state.kind === 'notFalling' || state.kind === 'notEmpty') return stillStuck(state, full, now);
  const stuck = (full ?? []).filter((zone) => isStuck(zone, now));
  if (stuck.length > 0) return stuckIn(state, stuck, now);
  const isLate = state.kind === 'emptying' && elapsed(state.since, now) >= TIME_TO_EMPTY;
  return isLate && (full ?? []).length === 0 ? 'notKnown' : state;
}

const isStuck = (zone: FullZone, now: Instant): boolean =>
  isFullSince(zone, TIME_TO_EMPTY, now) || !isFalling(zone, TIME_TO_FALL, now);

/** The warning about a zone stays until the zone is measured empty, even if it has begun to fall. */
function stillStuck(
  state: Extract<Stopping, { kind: 'notFalling' | 'notEmpty' }>,
  full: readonly FullZone[] | null,
  now: Instant,
): UnderWay {
  if (full === null) return state;
  const still = full.filter((each) => state.zones.includes(each.zone) || isStuck(each, now));
  if (still.length > 0) return stuckIn(state, still, now);
  const holding = withoutZones(state);
  if (state.kind === 'notFalling') {
    return state.confirmed
      ? stopping.move(state, 'all zones fall', holding)
      : stopping.move(state, 'all zones fall, but the boots play on', holding);
  }
  return state.confirmed
    ? stopping.move(state, 'all zones are empty', holding)
    : stopping.move(state, 'all zones are empty, but the boots play on', holding);
}

function stuckIn(state: Venting, stuck: readonly FullZone[], now: Instant): UnderWay {
  // The zone with the highest pressure so far comes first.
  const zones = [...stuck].sort((a, b) => b.highest - a.highest).map(({ zone }) => zone);
  const late = stuck.some((zone) => isFullSince(zone, TIME_TO_EMPTY, now));
  const kind = late ? 'notEmpty' : 'notFalling';
  if (state.kind === kind && state.zones.join() === zones.join()) return state;
  const holding = { ...withoutZones(state), zones };
  return late
    ? stopping.move(state, 'zones are not empty', holding)
    : stopping.move(state, 'zones do not fall', holding);
}
