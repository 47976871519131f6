/** Options of the simulated firmware, and the Feature characteristic that follows from them. */

import { ALLOWANCE_TO_THE_END } from '../../../firmware-protocol/command.ts';
import type { BootsKind, Feature } from '../../../firmware-protocol/feature.ts';
import { limits, rules } from '../../../firmware-protocol/limits.ts';
import { PROTOCOL_MAJOR, PROTOCOL_MINOR } from '../../../firmware-protocol/profile.ts';
import {
  type LitresPerMinute,
  litresPerMinute,
  type Milliseconds,
  milliseconds,
  mmhg,
  type Seconds,
  seconds,
} from '../../../firmware-protocol/quantities.ts';
import { type BodyPart, ZONES_MAX } from '../../../firmware-protocol/zones.ts';
import type { Hardware } from '../hardware.ts';
import { airWithoutRise } from './regulation/air-model.ts';

export interface FirmwareOptions {
  readonly hardware: Hardware;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly kind: BootsKind;
  /** Body part of each zone of a leg, foot first; 3 to 8. */
  readonly parts: readonly BodyPart[];
  /** At most 29 bytes in UTF-8. */
  readonly name: string;
  /** ASCII, at most 16 characters. */
  readonly serial: string;
  /** Number of keyframes that the boots can store, 8 to 65535. Default: 2048. */
  readonly capacity?: number;
  /** Flow of the pump without back pressure, L/min. Default: 12. */
  readonly pumpFlow?: LitresPerMinute;
  /** Time between two samples of telemetry: 50 to 250 ms, in steps of 10 ms. Default: 100 ms. */
  readonly samplePeriod?: Milliseconds;
  /** Default: true. */
  readonly hasBattery?: boolean;
  /** Whether the boots have a button. Default: true. */
  readonly physicalStop?: boolean;
  /** Whether each zone has a second gauge, which watches for over-pressure and checks the first gauge. Default: true. */
  readonly secondGauge?: boolean;
  /** Whether the boots store records of their last sessions. Default: true. */
  readonly storesSessions?: boolean;
  /**
   * The point at which each gauge taps its hose, from 0 at the bag (by its own tube) to 1 at the valves. Default: 0.
   */
  readonly gaugeTap?: number;
  /**
   * Longest allowance that a Prepare may ask for: 5 to 30 s, or 255 = to the end of the session. Default: 255. Boots
   * without a button allow 10 s at most.
   */
  readonly longestAllowance?: Seconds;
  /** Number of links that can be open at the same time. Default: 4. */
  readonly links?: number;
  /** Whether somebody must press the button before a central without the token of the present controller gets control. Default: false. */
  readonly insistOnPress?: boolean;
  /** How these boots differ from the default, in which all zones of a leg can be held at once, and each zone has its own valves. */
  readonly abilities?: Partial<Pick<Feature['abilities'], 'holdsTogether' | 'sharedValves'>>;
}

/** `largestWrite` depends on the link. */
export type OwnFeature = Omit<Feature, 'largestWrite'>;

export function featureOf(options: FirmwareOptions): OwnFeature {
  const physicalStop = options.physicalStop ?? true;
  const secondGauge = options.secondGauge ?? true;
  const withoutRise = airWithoutRise(options.parts.length);
  const allowance = options.longestAllowance ?? seconds(ALLOWANCE_TO_THE_END);
  return {
    major: PROTOCOL_MAJOR,
    minor: PROTOCOL_MINOR,
    kind: options.kind,
    abilities: {
      holdsTogether: true,
      sharedValves: false,
      ...options.abilities,
      regulatesEachZone: true,
      physicalStop,
      storesSessions: options.storesSessions ?? true,
      owned: false,
      secondGauge,
    },
    highestTarget: mmhg(rules.confirmAbove),
    highestConfirmed: mmhg(secondGauge ? limits.target.hard : rules.confirmAbove),
    longestSession: limits.session.hard / 60,
    longestAbove30: seconds(limits.timeAbove30.hard),
    independentOverPressure: mmhg(limits.independent.hard),
    pumpFlow: options.pumpFlow ?? litresPerMinute(12),
    capacity: options.capacity ?? 2048,
    samplePeriod: options.samplePeriod ?? milliseconds(100),
    parts: options.parts,
    serial: options.serial,
    airWithoutRise: Array.from({ length: ZONES_MAX }, (_, zone) => withoutRise[zone] ?? 0),
    longestAllowance: physicalStop ? allowance : seconds(Math.min(allowance, rules.allowanceWithoutStop)),
  };
}
