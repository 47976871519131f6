/**
 * The parameters of the plant; those of the sensors are in sensor.ts. [E] marks an engineering estimate: we found no
 * published measurement of real boots, so measurements should replace these.
 */

import type { LitresPerMinute, Mmhg, Seconds } from '../../../firmware-protocol/quantities.ts';
import { litresPerMinute, mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { defaultSensor, type SensorParameters } from './sensor.ts';

/** A uniform distribution between two values; two equal values make a constant. */
export type UniformRange = readonly [number, number];

export interface PlantParameters extends SensorParameters {
  /** Absolute pressure of the room. */
  readonly ambient: Mmhg;
  /** Temperature of the room, and of the air in the bags at the start, K. [E] */
  readonly roomTemperature: number;

  /** Slack volumes, at which bags go taut, on five equal lengths of a median leg, foot first, L. [E] */
  readonly slackVolumes: readonly number[];
  /** Extra volume that makes the exponential part of a bag's pressure e times as large, for the same lengths, L. [E] */
  readonly stiffnessVolumes: readonly number[];
  /** Median size of the legs: a factor for their slack volumes, stiffness volumes and veins. */
  readonly legSize: number;
  /** Coefficient of variation of leg size between people, 0 to 1. The distribution is lognormal. [E] */
  readonly legSizeVariation: number;
  /** How loose the boots are: a factor for the slack volumes. 1.3 is a loose zip. [E] */
  readonly slackness: number;
  /**
   * Volume of air in a bag at the start, as a share of the bag's slack volume; above 1 the bag is under pressure. [E]
   */
  readonly residualAir: UniformRange;
  /** Pressure at which a bag starts to stretch, mmHg. [E] */
  readonly slackPressure: Mmhg;
  /** Factor of the exponential with which a stretched bag's pressure grows, mmHg. [E] */
  readonly stretchPressure: Mmhg;
  /** κ: share of a neighbour's stretch that takes volume from a zone of the same leg, 0 to 0.06. [E] */
  readonly coupling: number;
  /** Factor for the stiffness volumes on a rigid dummy, which yields less than flesh. [E] */
  readonly dummyStiffness: number;

  /** Flow of the pump without back pressure, 4 to 20 L/min. [E] */
  readonly pumpFlow: LitresPerMinute;
  /** Pressure at which the pump stalls, 150 to 350 mmHg. [E] */
  readonly pumpPressure: Mmhg;
  /** Drive below which the motor does not turn, 0 to 1. [E] */
  readonly pumpDeadBand: number;
  /** Factor for the pump's flow and stall pressure while the battery is low. [E] */
  readonly lowBatteryPump: number;
  /** Charge below which the battery counts as low, %. [E] */
  readonly lowBattery: number;
  readonly charge: number;
  /** Time at full drive that empties a full battery. [E] */
  readonly batteryLife: Seconds;

  /** Flow coefficient K of a fill valve with its hose, 1 to 3 L/min/√mmHg: an orifice about 1.8 mm across. [E] */
  readonly fillConductance: number;
  /** K of a vent valve with its hose, 1 to 3 L/min/√mmHg. [E] */
  readonly ventConductance: number;
  /** K of the hose from a tee to one bag, where two zones share valves, L/min/√mmHg. [E] */
  readonly branchConductance: number;
  /** Factor for the K of a vent valve that serves two zones: such a valve is larger. [E] */
  readonly pairedVent: number;
  /** Time from the command until a valve opens, 6 to 40 ms. [E] */
  readonly openingDelay: Seconds;
  /** Time from the command until a valve closes, 6 to 40 ms. [E] */
  readonly closingDelay: Seconds;
  /**
   * Leak coefficient kL of each zone, L/min/mmHg: 0.0004 is good, 0.002 worn. At about 0.015 the boots warn, at 0.03
   * they report a fault. [E]
   */
  readonly leak: number;

  readonly heat: boolean;
  /** Temperature that the air in a bag takes on, K. [E] */
  readonly skinTemperature: number;
  /** τ_T: time constant with which the air takes on `skinTemperature`, 2 to 10 s. [E] */
  readonly thermalTime: Seconds;

  readonly blood: boolean;
  /**
   * Blood in full veins under the calf zone of a leg with five zones, in a half-reclining person, L. Other zones have
   * blood in proportion to their slack volume. [E]
   */
  readonly venousVolume: number;
  /**
   * Arterial inflow under the calf zone of a leg with five zones while its veins are empty, L/s. Other zones have inflow
   * in proportion to their slack volume. [E]
   */
  readonly arterialFlow: number;
  /** Chamber pressure above which the veins empty, mmHg. [E] */
  readonly venousPressure: Mmhg;
  /** Time constant with which the veins empty, 1 to 2 s. [E] */
  readonly venousEmptying: Seconds;

  /** The point at which a sensor taps the hose, from 0 at the bag (by its own tube) to 1 at the valves. */
  readonly sensorTap: number;
  /**
   * Amplitude of the pump's ripple in the reading of a zone whose fill valve is open, mmHg; the same for all zones. [E]
   */
  readonly rippleHeight: UniformRange;
  /** Frequency of the ripple, Hz. [E] */
  readonly rippleFrequency: UniformRange;
}

export const defaultParameters: PlantParameters = {
  ...defaultSensor,
  ambient: mmhg(760),
  roomTemperature: 297,
  slackVolumes: [0.6, 0.7, 0.9, 1.1, 1.4],
  stiffnessVolumes: [0.16, 0.18, 0.25, 0.28, 0.35],
  legSize: 1,
  legSizeVariation: 0.12,
  slackness: 1,
  residualAir: [0, 0.3],
  slackPressure: mmhg(2),
  stretchPressure: mmhg(10),
  coupling: 0.03,
  dummyStiffness: 0.6,
  pumpFlow: litresPerMinute(12),
  pumpPressure: mmhg(250),
  pumpDeadBand: 0.2,
  lowBatteryPump: 0.85,
  lowBattery: 15,
  charge: 100,
  batteryLife: seconds(3 * 3600),
  fillConductance: 1.6,
  ventConductance: 1.6,
  branchConductance: 2,
  pairedVent: 2,
  openingDelay: seconds(0.015),
  closingDelay: seconds(0.025),
  leak: 0.0004,
  heat: true,
  skinTemperature: 305,
  thermalTime: seconds(4),
  blood: true,
  venousVolume: 0.05,
  arterialFlow: 0.0025,
  venousPressure: mmhg(10),
  venousEmptying: seconds(1.5),
  sensorTap: 0,
  rippleHeight: [1, 3],
  rippleFrequency: [40, 80],
};
