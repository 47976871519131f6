/**
 * Decides whether this controller may drive these boots: same protocol version, limits no wider than its own,
 * and writes large enough.
 */

import type { Feature } from '../../firmware-protocol/feature.ts';
import { limits, rules } from '../../firmware-protocol/limits.ts';
import {
  PROTOCOL_MAJOR,
  PROTOCOL_VERSION,
  SMALLEST_PAYLOAD,
  versionText,
} from '../../firmware-protocol/profile.ts';

export type Unacceptable =
  | { readonly kind: 'wrongVersion'; readonly theirs: string; readonly ours: string }
  | { readonly kind: 'limitsTooWide'; readonly limit: string }
  | { readonly kind: 'payloadTooSmall'; readonly bytes: number };

/** @returns why the boots are unacceptable, or null if they may be driven */
export function unacceptable(feature: Feature): Unacceptable | null {
  if (feature.major !== PROTOCOL_MAJOR) {
    return {
      kind: 'wrongVersion',
      theirs: versionText(feature.major, feature.minor),
      ours: PROTOCOL_VERSION,
    };
  }
  if (feature.largestWrite < SMALLEST_PAYLOAD)
    return { kind: 'payloadTooSmall', bytes: feature.largestWrite };
  const tooWide = [
    { limit: limits.target, theirs: feature.highestConfirmed },
    { limit: { ...limits.target, hard: limits.target.byDefault }, theirs: feature.highestTarget },
    { limit: limits.timeAbove30, theirs: feature.longestAbove30 },
    { limit: limits.independent, theirs: feature.independentOverPressure },
    { limit: limits.session, theirs: feature.longestSession * 60 },
  ].find(({ limit, theirs }) => theirs > limit.hard);
  if (tooWide) return { kind: 'limitsTooWide', limit: tooWide.limit.name };
  const aloneTooLong = feature.longestAllowance > rules.allowanceWithoutStop;
  return aloneTooLong && !feature.abilities.physicalStop
    ? { kind: 'limitsTooWide', limit: limits.allowance.name }
    : null;
}
