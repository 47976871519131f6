/**
 * What can be wrong with boots, with how a person wears them, or around them. To let a person choose a new fault, also
 * name it in named-faults.ts and src/words/maker/fault-name.ts, and write its text in each language's
 * maker/fault-injection.ts.
 */

import type { Mmhg, Seconds } from '../../../firmware-protocol/quantities.ts';
import type { Chamber } from '../plant/chamber.ts';
import type { PlantParameters } from '../plant/parameters.ts';
import type { Port } from '../plant/ports/port.ts';
import type { Pump } from '../plant/pump.ts';

/**
 * Zones are counted from 0 at the foot, on a hub the left leg first. For valves, sensors and hoses, a zone is a
 * connector of the boots; for leaks and movement, a place on the leg. (These differ only if hoses or legs are
 * swapped.)
 */
export type PlantFault =
  | {
      readonly kind: 'stuckValve';
      readonly zone: number;
      readonly valve: 'fill' | 'vent';
      readonly position: 'open' | 'closed';
    }
  /** The hose passes a twentieth of the flow at the same pressure difference. */
  | { readonly kind: 'kinkedHose'; readonly zone: number }
  /** The hose has come off: the chamber and the valves both open into the room. */
  | { readonly kind: 'unpluggedZone'; readonly zone: number }
  /** `coefficient`: the leak coefficient kL, L/min/mmHg. At about 0.015 the boots warn, at 0.03 they report a fault. */
  | { readonly kind: 'leak'; readonly zone: number; readonly coefficient: number }
  | { readonly kind: 'sensorFreeze'; readonly zone: number }
  | { readonly kind: 'sensorOffset'; readonly zone: number; readonly offset: Mmhg }
  | { readonly kind: 'sensorDropout'; readonly zone: number }
  | { readonly kind: 'pumpStall' }
  /** The pump's transistor is shorted: the pump runs at full drive, whatever the firmware commands. */
  | { readonly kind: 'pumpShort' }
  /**
   * A rigid dummy is in the boot instead of a leg: stiffer, without blood, at room temperature. `leg` counts the legs
   * on this pump, from 0.
   */
  | { readonly kind: 'limbAbsent'; readonly leg: 0 | 1 }
  /** The boot's zip is open: its bags take `OPEN_ZIP_SLACK` times as much air until they are taut. `leg` as for `limbAbsent`. */
  | { readonly kind: 'openZip'; readonly leg: 0 | 1 }
  /** The leg moves: each movement adds half a sine wave to the pressure. The first comes at once. */
  | {
      readonly kind: 'movement';
      readonly zone: number;
      /** Peak of the added pressure, 10 to 25 mmHg. */
      readonly height: Mmhg;
      /** Length of a movement: less than 1 s. */
      readonly lasting: Seconds;
      /** Time from one movement to the next; null = the leg moves once. */
      readonly every: Seconds | null;
    }
  /** The room's absolute pressure changes to `ambient`, mmHg: about 560 at 2500 m. */
  | { readonly kind: 'altitude'; readonly ambient: Mmhg }
  /** The hoses of two connectors are swapped: the valves and gauges of each connector are on the bag of the other connector. */
  | { readonly kind: 'swappedHoses'; readonly zones: readonly [number, number] }
  /** The hoses of the two legs are swapped, zone by zone. Needs a hub. */
  | { readonly kind: 'legsSwapped' }
  | { readonly kind: 'lowBattery' }
  | { readonly kind: 'emptyBattery' }
  | { readonly kind: 'chargeUnknown' };

const KINKED_HOSE_SHARE = 0.05;
/** An estimate. */
const OPEN_ZIP_SLACK = 1.3;

export interface PlantParts {
  readonly parameters: PlantParameters;
  readonly zonesPerLeg: number;
  /** Ordered by connector. */
  readonly ports: readonly Port[];
  /** Ordered by place on the legs. Without faults, port i is connected to chamber i. */
  readonly chambers: readonly Chamber[];
  readonly pump: Pump;
}

/**
 * Repairs all parts, then applies the faults in order. `Plant` applies movement and altitude itself: movement depends
 * on time, and altitude affects the whole plant.
 * @throws RangeError if a fault needs a zone or leg that these boots do not have
 */
export function applyFaults(faults: readonly PlantFault[], parts: PlantParts): void {
  for (const [zone, chamber] of parts.chambers.entries()) {
    chamber.restoreLimb();
    chamber.leak = parts.parameters.leak;
    chamber.push = 0;
    itemAt(parts.ports, zone).repair(chamber);
  }
  parts.pump.repair();
  for (const fault of faults) applyFault(fault, parts);
}

function applyFault(fault: PlantFault, parts: PlantParts): void {
  switch (fault.kind) {
    case 'stuckValve':
      itemAt(parts.ports, fault.zone)[fault.valve].stuck = fault.position === 'open';
      return;
    case 'kinkedHose':
      itemAt(parts.ports, fault.zone).hose = KINKED_HOSE_SHARE;
      return;
    case 'unpluggedZone':
      itemAt(parts.ports, fault.zone).plugged = false;
      return;
    case 'leak':
      itemAt(parts.chambers, fault.zone).leak = fault.coefficient;
      return;
    case 'sensorFreeze':
      itemAt(parts.ports, fault.zone).sensor.frozen = true;
      return;
    case 'sensorOffset':
      itemAt(parts.ports, fault.zone).sensor.shift += fault.offset;
      return;
    case 'sensorDropout':
      itemAt(parts.ports, fault.zone).sensor.silent = true;
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
    case 'emptyBattery':
      parts.pump.batteryEmpty = true;
      return;
    case 'chargeUnknown':
      parts.pump.chargeUnknown = true;
      return;
    case 'limbAbsent': {
      const { dummyStiffness, roomTemperature } = parts.parameters;
      for (const chamber of onLeg(fault.leg, parts)) chamber.replaceByDummy(dummyStiffness, roomTemperature);
      return;
    }
    case 'openZip':
      for (const chamber of onLeg(fault.leg, parts)) chamber.loosen(OPEN_ZIP_SLACK);
      return;
    case 'swappedHoses':
      swap(parts.ports, fault.zones[0], fault.zones[1]);
      return;
    case 'legsSwapped':
      for (let zone = 0; zone < parts.zonesPerLeg; zone++) swap(parts.ports, zone, zone + parts.zonesPerLeg);
      return;
    case 'movement':
      itemAt(parts.chambers, fault.zone);
      return;
    case 'altitude':
      return;
  }
}

/** Pressure that the fault's movements add, mmHg. @param elapsed time since the fault was injected, s */
export function movementPush(fault: Extract<PlantFault, { kind: 'movement' }>, elapsed: number): number {
  const phase = fault.every === null ? elapsed : elapsed % fault.every;
  return phase < fault.lasting ? fault.height * Math.sin((Math.PI * phase) / fault.lasting) : 0;
}

const onLeg = (leg: number, { chambers, zonesPerLeg }: PlantParts): readonly Chamber[] =>
  Array.from({ length: zonesPerLeg }, (_, zone) => itemAt(chambers, leg * zonesPerLeg + zone));

function swap(ports: readonly Port[], one: number, other: number): void {
  const first = itemAt(ports, one);
  const second = itemAt(ports, other);
  [first.chamber, second.chamber] = [second.chamber, first.chamber];
}

/** @throws RangeError if these boots have no such zone */
export function itemAt<Part>(parts: readonly Part[], zone: number): Part {
  const part = parts[zone];
  if (part === undefined) throw new RangeError(`No zone ${zone} among ${parts.length}`);
  return part;
}
