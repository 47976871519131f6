/** What the firmware can do with the boots' hardware: drive valves and a pump, and read gauges and a battery. */

import type { Mmhg } from '../../firmware-protocol/quantities.ts';

export interface Hardware {
  /**
   * Number of zones of this peripheral: on a hub, those of both legs. Zones are numbered left leg first, foot first.
   */
  readonly zones: number;
  /** @param drive 0 to 1 */
  setPump(drive: number): void;
  /** Opens (true) or closes (false) a zone's valves. Vents are normally open, so a closed vent needs current. */
  setValves(zone: number, fill: boolean, vent: boolean): void;
  /** The reading of the zone's gauge, mmHg, with the gauge's offset and noise; null = no reading. */
  sense(zone: number): Mmhg | null;
  /** Whether `sense` repeats an earlier reading, because none can be taken now. Left out = each `sense` takes a reading. */
  isReadingHeld?(zone: number): boolean;
  /** Asks for a new reading of every vented zone soon. Left out = each `sense` takes a reading. */
  refreshReadings?(): void;
  /** Like `sense`, but from the zone's second gauge, which has a sensing element and a tube of its own. */
  senseSecond(zone: number): Mmhg | null;
  /** Battery charge, %, 0 to 100; null = not known. */
  battery(): number | null;
}
