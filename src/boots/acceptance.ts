/**
 * Decides whether this page may command certain boots: they must have its major protocol version, accept large enough
 * writes, and have no limit wider than the page's.
 */

import type { Feature } from '../../firmware-protocol/feature.ts';
import { type LimitName, limits, rules } from '../../firmware-protocol/limits.ts';
import {
  PROTOCOL_MAJOR,
  PROTOCOL_VERSION,
  SMALLEST_PAYLOAD,
  versionText,
} from '../../firmware-protocol/profile.ts';

export type Unacceptable =
  | { readonly kind: 'wrongVersion'; readonly theirs: string; readonly ours: string }
  | { readonly kind: 'limitsTooWide'; readonly limit: LimitName }
  | { readonly kind: 'payloadTooSmall'; readonly bytes: number };

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
  const bounds = [
    { limit: 'target', most: limits.target.hard, theirs: feature.highestConfirmed },
    { limit: 'target', most: limits.target.byDefault, theirs: feature.highestTarget },
    { limit: 'timeAbove30', most: limits.timeAbove30.hard, theirs: feature.longestAbove30 },
    { limit: 'independent', most: limits.independent.hard, theirs: feature.independentOverPressure },
    { limit: 'session', most: limits.session.hard, theirs: feature.longestSession * 60 },
  ] as const;
  const tooWide = bounds.find(({ most, theirs }) => theirs > most);
  if (tooWide) return { kind: 'limitsTooWide', limit: tooWide.limit };
  const aloneTooLong = feature.longestAllowance > rules.allowanceWithoutStop;
  return aloneTooLong && !feature.abilities.physicalStop
    ? { kind: 'limitsTooWide', limit: 'allowance' }
    : null;
}

/** Whether these are the same boots as before, of the same kind, zones and version, so that a script for them still fits. */
export const isAlike = (now: Feature, before: Feature): boolean =>
  now.serial === before.serial &&
  now.kind === before.kind &&
  now.major === before.major &&
  now.minor === before.minor &&
  now.parts.join() === before.parts.join();
