/** Feature: what the boots are and can do (PROTOCOL.md 3). */

import { allowance } from './command.ts';
import { pressure } from './keyframe.ts';
import { ascii, bitsOfBoots, named, repeated, type ValueOf } from './layout/field.ts';
import { type Decoded, decodeFrame, encodeFrame } from './layout/frame.ts';
import { layout } from './layout/layout.ts';
import { countedWithin, countOf } from './layout/layout-parts.ts';
import { u8, u16 } from './layout/number-field.ts';
import { LARGEST_VALUE, PROTOCOL_MAJOR, PROTOCOL_MINOR, SMALLEST_PAYLOAD } from './profile.ts';
import { bodyPartCodes, ZONES_MAX, ZONES_MIN } from './zones.ts';

export const kindCodes = { hub: 0, left: 1, right: 2 } as const;
export type BootsKind = keyof typeof kindCodes;

export const featureLayout = layout({
  major: u8(),
  minor: u8(),
  kind: named(kindCodes),
  zonesPerLeg: countOf('parts', { min: ZONES_MIN, max: ZONES_MAX }),
  abilities: bitsOfBoots(16, [
    'holdsTogether',
    'sharedValves',
    'regulatesEachZone',
    'physicalStop',
    'storesSessions',
    /** Reserved for claiming boots; no boots of this version set it. */
    'owned',
    /** Each zone has a second gauge, which watches for over-pressure. */
    'secondGauge',
  ]),
  highestTarget: pressure,
  highestConfirmed: pressure,
  longestSession: u8({ unit: 'min', min: 1, max: 60 }),
  longestAbove30: u8({ unit: 's', min: 1, max: 120 }),
  independentOverPressure: u8({ unit: 'mmHg', min: 1, max: 130 }),
  pumpFlow: u8({ scale: 0.1, unit: 'L/min', min: 1, max: 25.5 }),
  capacity: u16({ unit: 'keyframes', min: 8 }),
  largestWrite: u16({ unit: 'bytes', min: SMALLEST_PAYLOAD, max: LARGEST_VALUE }),
  samplePeriod: u8({ scale: 10, unit: 'ms', min: 50, max: 250 }),
  /** Of one leg, foot first. */
  parts: countedWithin(ZONES_MAX, named(bodyPartCodes)),
  serial: ascii(16),
  longestAllowance: allowance,
  /** The most air that each zone of a leg may take before its pressure rises (limit 17), foot first; 0 = no such zone. */
  airWithoutRise: repeated(u8({ scale: 0.05, unit: 'L', min: 0, max: 12.75 }), ZONES_MAX),
});

export type Feature = ValueOf<typeof featureLayout>;

export const isHub = (feature: Feature): boolean => feature.kind === 'hub';
/** Number of targets in a keyframe for these boots: on a hub, the zones of both legs. */
export const zonesOf = (feature: Feature): number => feature.parts.length * (isHub(feature) ? 2 : 1);

export const encodeFeature = (feature: Feature): Uint8Array<ArrayBuffer> =>
  encodeFrame(featureLayout, feature);

/**
 * Whether these boots have a later minor version, so that they may send fields and bits that this controller does not know (PROTOCOL.md 9).
 */
export const isLaterMinor = ({ major, minor }: Pick<Feature, 'major' | 'minor'>): boolean =>
  major === PROTOCOL_MAJOR && minor > PROTOCOL_MINOR;

/**
 * Decodes the Feature of any major version that has this layout, so that the controller can tell the person which version the boots have.
 */
export const decodeFeature = (bytes: Uint8Array): Decoded<Feature> =>
  decodeFrame(featureLayout, bytes, isLaterMinor({ major: bytes[0] ?? 0, minor: bytes[1] ?? 0 }));
