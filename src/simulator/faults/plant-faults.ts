/**
 * What can be wrong with boots or with how they are worn, as declared state: the plant behaves as the list
 * says.
 */

import type { Mmhg, Seconds } from '../../../firmware-protocol/quantities.ts';
import type { Chamber } from '../plant/chamber.ts';
import type { PlantParameters } from '../plant/parameters.ts';
import type { Port } from '../plant/ports/port.ts';
import type { Pump } from '../plant/pump.ts';

/**
 * Zones are numbered as in Hardware: valves, sensors and hoses by the boots' connectors; leaks and movement
 * by the limb.
 */
export type PlantFault =
  | {
      readonly kind: 'stuckValve';
      readonly zone: number;
      readonly valve: 'fill' | 'vent';
      readonly position: 'open' | 'closed';
    }
  /** The hose passes a twentieth of the flow. */
  | { readonly kind: 'kinkedHose'; readonly zone: number }
  /** The hose is off: chamber and valves both open into the room. */
  | { readonly kind: 'unpluggedZone'; readonly zone: number }
  /** Sets kL, L/min/mmHg; 0.01 or more is a fault. */
  | { readonly kind: 'leak'; readonly zone: number; readonly coefficient: number }
  | { readonly kind: 'sensorFreeze'; readonly zone: number }
  | { readonly kind: 'sensorOffset'; readonly zone: number; readonly offset: Mmhg }
  | { readonly kind: 'sensorDropout'; readonly zone: number }
  | { readonly kind: 'pumpStall' }
  /** The pump's transistor is shorted: full drive, whatever is commanded. */
  | { readonly kind: 'pumpShort' }
  /**
   * A rigid dummy instead of a leg: stiffer, no blood, at room temperature. Legs are numbered on this pump.
   */
  | { readonly kind: 'limbAbsent'; readonly leg: 0 | 1 }
  /** The limb moves: a half-sine added to the pressure, at once and then periodically. */
  | {
      readonly kind: 'movement';
      readonly zone: number;
      /** Peak, 10 to 25 mmHg. */
      readonly height: Mmhg;
      /** Less than a second. */
      readonly lasting: Seconds;
      /** From one start to the next; null = once. */
      readonly every: Seconds | null;
    }
  /** Absolute pressure of the room; at 2500 m about 560 mmHg. */
  | { readonly kind: 'altitude'; readonly ambient: Mmhg }
  /** Two connectors, each with its own sensor, on each other's bags. */
  | { readonly kind: 'swappedHoses'; readonly zones: readonly [number, number] }
  /** The left boot on the right leg's hoses, zone by zone; only with two legs. */
  | { readonly kind: 'legsSwapped' }
  | { readonly kind: 'lowBattery' };

/** Share of its conductance that a kinked hose keeps. */
const KINKED = 0.05;

/** What faults act on. */
export interface Parts {
  readonly parameters: PlantParameters;
  readonly zonesPerLeg: number;
  /** By connector. */
  readonly ports: readonly Port[];
  /** By place on the legs; port i belongs to chamber i. */
  readonly chambers: readonly Chamber[];
  readonly pump: Pump;
}

/**
 * Repairs all parts and then applies the faults in order. Movement depends on time and altitude affects
 * everything, so the plant handles those.
 * @throws RangeError if a fault names a zone or leg that does not exist
 */
export function applyFaults(faults: readonly PlantFault[], parts: Parts): void {
  for (const [zone, chamber] of parts.chambers.entries()) {
    chamber.becomeLimb();
    chamber.leak = parts.parameters.leak;
    chamber.push = 0;
    at(parts.ports, zone).mend(chamber);
  }
  parts.pump.mend();
  for (const fault of faults) applyFault(fault, parts);
}

function applyFault(fault: PlantFault, parts: Parts): void {
  switch (fault.kind) {
    case 'stuckValve':
      at(parts.ports, fault.zone)[fault.valve].stuck = fault.position === 'open';
      return;
    case 'kinkedHose':
      at(parts.ports, fault.zone).hose = KINKED;
      return;
    case 'unpluggedZone':
      at(parts.ports, fault.zone).plugged = false;
      return;
    case 'leak':
      at(parts.chambers, fault.zone).leak = fault.coefficient;
      return;
    case 'sensorFreeze':
      at(parts.ports, fault.zone).sensor.frozen = true;
      return;
    case 'sensorOffset':
      at(parts.ports, fault.zone).sensor.shift += fault.offset;
      return;
    case 'sensorDropout':
      at(parts.ports, fault.zone).sensor.silent = true;
      return;
    case 'pumpStall':
      parts.pump.stalled = true;
      return;
    case 'pumpShort':
      parts.pump.shorted = true;
      return;
    case 'lowBattery':
      parts.pump.batteryFailing = true;
      return;
    case 'limbAbsent': {
      const first = fault.leg * parts.zonesPerLeg;
      for (let zone = first; zone < first + parts.zonesPerLeg; zone++)
        at(parts.chambers, zone).becomeDummy(
          parts.parameters.dummyStiffness,
          parts.parameters.roomTemperature,
        );
      return;
    }
    case 'swappedHoses':
      swap(parts.ports, fault.zones[0], fault.zones[1]);
      return;
    case 'legsSwapped':
      for (let zone = 0; zone < parts.zonesPerLeg; zone++) swap(parts.ports, zone, zone + parts.zonesPerLeg);
      return;
    case 'movement':
      at(parts.chambers, fault.zone);
      return;
    case 'altitude':
      return;
  }
}

/** Pressure from a movement that began `elapsed` seconds ago, mmHg. */
export function movementPush(fault: Extract<PlantFault, { kind: 'movement' }>, elapsed: number): number {
  const phase = fault.every === null ? elapsed : elapsed % fault.every;
  return phase < fault.lasting ? fault.height * Math.sin((Math.PI * phase) / fault.lasting) : 0;
}

function swap(ports: readonly Port[], one: number, other: number): void {
  const first = at(ports, one);
  const second = at(ports, other);
  [first.chamber, second.chamber] = [second.chamber, first.chamber];
}

/** @throws RangeError if these boots have no such zone */
export function at<Part>(parts: readonly Part[], zone: number): Part {
  const part = parts[zone];
  if (part === undefined) throw new RangeError(`No zone ${zone} among ${parts.length}`);
  return part;
}
