/** Moves a Stop, or an end, on when time has passed or a measurement has come. Pure. */

import { limits } from '../../../firmware-protocol/limits.ts';
import { elapsed, type Instant } from '../../../firmware-protocol/quantities.ts';
import {
  asHeard,
  type Stopping,
  stopping,
  UNCONFIRMED,
  type UnderWay,
  type Venting,
} from '../regions/stopping.ts';
import { type FullZone, isFalling, isFullFor } from './full-zones.ts';

/** Boots that vent have fallen, and are empty, after this; ms. */
const FALLING = 2000;
const EMPTY = limits.emptying.byDefault * 1000;

/** What is known about the air. */
export interface Air {
  /** Zones that are not empty; null where no measurement is recent. */
  readonly full: readonly FullZone[] | null;
  /** All of it is known to be out. */
  readonly out: boolean;
}

/** The air is out; or every measured zone is empty, and the others will not be measured. */
export type Over = 'out' | 'notKnown';

/** Call it when time has passed or a measurement has come. */
export function look(state: UnderWay, { full, out }: Air, now: Instant): UnderWay | Over {
  if (state.kind === 'asked') {
    const late = elapsed(state.since, now) > UNCONFIRMED;
    return late ? stopping.move(state, 'not heard for a second', { ...state }) : state;
  }
  if (state.kind === 'notHeard') return state;
  if (out && state.confirmed) return 'out';
  if (state.kind === 'notFalling' || state.kind === 'notEmpty') return stillStuck(state, full, now);
  const stuck = (full ?? []).filter((zone) => isStuck(zone, now));
  if (stuck.length > 0) return stuckIn(state, stuck, now);
  const isLate = state.kind === 'emptying' && elapsed(state.since, now) >= EMPTY;
  return isLate && (full ?? []).length === 0 ? 'notKnown' : state;
}

const isStuck = (zone: FullZone, now: Instant): boolean =>
  isFullFor(zone, EMPTY, now) || !isFalling(zone, FALLING, now);

/** A warning stays until the zone is empty, even if it falls by now, and while nothing is measured. */
function stillStuck(
  state: Extract<Stopping, { kind: 'notFalling' | 'notEmpty' }>,
  full: readonly FullZone[] | null,
  now: Instant,
): UnderWay {
  if (full === null) return state;
  const still = full.filter((each) => state.zones.includes(each.zone) || isStuck(each, now));
  if (still.length > 0) return stuckIn(state, still, now);
  const holding = asHeard(state);
  if (state.kind === 'notFalling') {
    return state.confirmed
      ? stopping.move(state, 'all fall', holding)
      : stopping.move(state, 'all fall, and they go on', holding);
  }
  return state.confirmed
    ? stopping.move(state, 'all are empty', holding)
    : stopping.move(state, 'all are empty, and they go on', holding);
}

function stuckIn(state: Venting, stuck: readonly FullZone[], now: Instant): UnderWay {
  // The fullest first.
  const zones = [...stuck].sort((a, b) => b.highest - a.highest).map(({ zone }) => zone);
  const late = stuck.some((zone) => isFullFor(zone, EMPTY, now));
  const kind = late ? 'notEmpty' : 'notFalling';
  if (state.kind === kind && state.zones.join() === zones.join()) return state;
  const holding = { ...asHeard(state), zones };
  return late
    ? stopping.move(state, 'zones are not empty', holding)
    : stopping.move(state, 'zones do not fall', holding);
}
