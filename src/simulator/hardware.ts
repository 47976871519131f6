/** What the firmware sees of the boots: valves and a pump to drive, sensors to read. The plant implements it. */

import type { Mmhg } from '../../firmware-protocol/quantities.ts';

export interface Hardware {
  /** Zones of this peripheral: both legs on a hub, left leg first, foot first. */
  readonly zones: number;
  /** Pump drive, 0 to 1. */
  setPump(drive: number): void;
  /** Vents are normally open: `vent` false energises the valve. */
  setValves(zone: number, fill: boolean, vent: boolean): void;
  /** What the zone's sensor reads now, offset, noise and ripple included; null = no reading. */
  sense(zone: number): Mmhg | null;
  /** Battery charge, %, 0 to 100. */
  battery(): number;
}
