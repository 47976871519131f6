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

/** What has changed in boots so that a script for them no longer fits. `serial`: these are other boots. */
export type Change = 'serial' | 'kind' | 'version' | 'zones';

/** The gravest change since `before`; null if a script for those boots still fits. */
export function changeIn(now: Feature, before: Feature): Change | null {
  if (now.serial !== before.serial) return 'serial';
  if (now.kind !== before.kind) return 'kind';
  if (now.major !== before.major || now.minor !== before.minor) return 'version';
  return now.parts.join() === before.parts.join() ? null : 'zones';
}
