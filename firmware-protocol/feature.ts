/** What the boots say they are (PROTOCOL.md 3). */

import { allowance } from './command.ts';
import { ascii, bits, named, Refusal, repeated, unsigned } from './field.ts';
import { type Decoded, decodeFrame, encodeFrame, refused, taken } from './frame.ts';
import { layout } from './layout.ts';
import type { LitresPerMinute, Milliseconds, Mmhg, Seconds } from './quantities.ts';
import { type BodyPart, bodyPartCodes, ZONES_MAX, ZONES_MIN } from './zones.ts';

export const kindCodes = { hub: 0, left: 1, right: 2 } as const;
export type BootsKind = keyof typeof kindCodes;

const partOrUnused = named<BodyPart | 'unused'>({ ...bodyPartCodes, unused: 0 });

export const featureLayout = layout({
  major: unsigned(8),
  minor: unsigned(8),
  kind: named<BootsKind>(kindCodes),
  zonesPerLeg: unsigned(8, { min: ZONES_MIN, max: ZONES_MAX }),
  abilities: bits(16, [
    'holdsTogether',
    'sharedValves',
    'regulatesEachZone',
    'physicalStop',
    'storesSessions',
  ]),
  highestTarget: unsigned<Mmhg>(8, { scale: 0.5, unit: 'mmHg', min: 0, max: 100 }),
  highestConfirmed: unsigned<Mmhg>(8, { scale: 0.5, unit: 'mmHg', min: 0, max: 100 }),
  longestSession: unsigned(8, { unit: 'min', min: 1, max: 60 }),
  longestAbove30: unsigned<Seconds>(8, { unit: 's', min: 1, max: 120 }),
  independentOverPressure: unsigned<Mmhg>(8, { unit: 'mmHg', min: 1, max: 130 }),
  pumpFlow: unsigned<LitresPerMinute>(8, { scale: 0.1, unit: 'L/min', min: 1, max: 25.5 }),
  capacity: unsigned(16, { unit: 'keyframes', min: 8 }),
  largestWrite: unsigned(16, { unit: 'bytes', min: 61, max: 512 }),
  samplePeriod: unsigned<Milliseconds>(8, { scale: 10, unit: 'ms', min: 50, max: 250 }),
  parts: repeated(partOrUnused, ZONES_MAX),
  serial: ascii(16),
  longestAllowance: allowance,
});

type FeatureOnWire = ReturnType<typeof featureLayout.read> extends infer T ? Exclude<T, Refusal> : never;

/** As on the wire, with the body parts of the zones there are. */
export interface Feature extends Omit<FeatureOnWire, 'parts' | 'zonesPerLeg'> {
  /** Body part of each zone of a leg, foot first; 3 to 8. */
  readonly parts: readonly BodyPart[];
}

export const isHub = (feature: Feature): boolean => feature.kind === 'hub';
/** Targets in a keyframe of this peripheral: both legs' zones on a hub. */
export const zonesOf = (feature: Feature): number => feature.parts.length * (isHub(feature) ? 2 : 1);

export function encodeFeature(feature: Feature): Uint8Array<ArrayBuffer> {
  const parts = Array.from({ length: ZONES_MAX }, (_, i) => feature.parts[i] ?? 'unused');
  return encodeFrame(featureLayout, { ...feature, parts, zonesPerLeg: feature.parts.length });
}

/**
 * Refuses an unknown layout of zones too: as many known parts as zones, and none beyond. Another major version that happens to
 * have this layout is a value, so that a controller can name it.
 */
export function decodeFeature(bytes: Uint8Array): Decoded<Feature> {
  const decoded = decodeFrame(featureLayout, bytes);
  if (!decoded.ok) return decoded;
  const { parts: all, zonesPerLeg, ...rest } = decoded.value;
  const parts: BodyPart[] = [];
  for (const [i, part] of all.entries()) {
    const used = i < zonesPerLeg;
    if (used === (part === 'unused')) {
      return refused(
        new Refusal('invalid', `${zonesPerLeg} zones do not agree with their body parts`, 17 + i),
      );
    }
    if (part !== 'unused') parts.push(part);
  }
  return taken({ ...rest, parts });
}
