/**
 * The boots' hardware as the firmware sees it: valves and pump to drive, sensors to read. The plant
 * implements it.
 */

import type { Mmhg } from '../../firmware-protocol/quantities.ts';

export interface Hardware {
  /** Zones of this peripheral: on a hub both legs', left leg first, foot first. */
  readonly zones: number;
  /** Pump drive, 0 to 1. */
  setPump(drive: number): void;
  /** Vents are normally open: `vent` false energises the valve. */
  setValves(zone: number, fill: boolean, vent: boolean): void;
  /** The zone's sensor reading now, with offset, noise and ripple; null = no reading. */
  sense(zone: number): Mmhg | null;
  /** Whether that is an earlier reading, because none can be taken now. Hardware without this reads at any time. */
  holds?(zone: number): boolean;
  /** A new reading is wanted of every zone, soon. Hardware without this reads at any time. */
  lookAnew?(): void;
  /** Like `sense`, from the zone's second gauge, which has an element, a tube and a supply of its own. */
  senseAgain(zone: number): Mmhg | null;
  /** Battery charge, %, 0 to 100. */
  battery(): number;
}
