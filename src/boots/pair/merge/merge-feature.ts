/**
 * Describes a left and a right boot as one hub that can do what both can do. Its `airWithoutRise` is the left boot's,
 * because the page does not use that field.
 */

import type { Feature } from '../../../../firmware-protocol/feature.ts';
import { litresPerMinute, mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { NoPair } from '../../cause.ts';

/** Null if these two boots, in any order, can form a pair. */
export function whyNoPair(one: Feature, other: Feature): NoPair | null {
  if (one.kind === 'hub' || other.kind === 'hub') return { kind: 'bothLegs' };
  if (one.kind === other.kind) return { kind: 'sameLeg', side: one.kind };
  if (one.serial === other.serial && one.serial !== '') return { kind: 'sameSerial' };
  const unlike =
    one.parts.length !== other.parts.length || one.parts.some((part, i) => part !== other.parts[i]);
  if (unlike) return { kind: 'unlikeZones' };
  return one.samplePeriod === other.samplePeriod ? null : { kind: 'unlikeTimes' };
}

export const mergedFeature = (left: Feature, right: Feature): Feature => ({
  ...left,
  kind: 'hub',
  minor: Math.min(left.minor, right.minor),
  abilities: {
    holdsTogether: left.abilities.holdsTogether && right.abilities.holdsTogether,
    sharedValves: left.abilities.sharedValves || right.abilities.sharedValves,
    regulatesEachZone: left.abilities.regulatesEachZone && right.abilities.regulatesEachZone,
    physicalStop: left.abilities.physicalStop && right.abilities.physicalStop,
    storesSessions: left.abilities.storesSessions && right.abilities.storesSessions,
    owned: left.abilities.owned || right.abilities.owned,
    secondGauge: left.abilities.secondGauge && right.abilities.secondGauge,
  },
  highestTarget: mmhg(Math.min(left.highestTarget, right.highestTarget)),
  highestConfirmed: mmhg(Math.min(left.highestConfirmed, right.highestConfirmed)),
  longestSession: Math.min(left.longestSession, right.longestSession),
  longestAbove30: seconds(Math.min(left.longestAbove30, right.longestAbove30)),
  independentOverPressure: mmhg(Math.min(left.independentOverPressure, right.independentOverPressure)),
  pumpFlow: litresPerMinute(Math.min(left.pumpFlow, right.pumpFlow)),
  capacity: Math.min(left.capacity, right.capacity),
  largestWrite: Math.min(left.largestWrite, right.largestWrite),
  longestAllowance: seconds(Math.min(left.longestAllowance, right.longestAllowance)),
  serial: `${left.serial}+${right.serial}`,
});
