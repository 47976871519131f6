/** One story a person may live through with boots on a real radio. */

import type { Peripheral } from '../../src/simulator/peripheral.ts';
import type { Configuration } from './machine/guest.ts';
import type { Report } from './report.ts';
import type { Rig } from './rig.ts';

export interface Scenario {
  /** Usable on a command line. */
  readonly name: string;
  readonly about: string;
  /** Runs with --smoke. */
  readonly smoke?: true;
  /** The only configuration to run with; by default each of them. */
  readonly configuration?: Configuration;
  /** Longest ATT MTU of both sides, bytes. */
  readonly mtu?: number;
  /** Boots for both legs with one pump, unless a single boot is enough: it fills in half the time. */
  readonly boots?: 'left';
  /** Placed between boots and radio. */
  readonly between?: (boots: Peripheral) => Peripheral;
  /** The adapters have never had a link before; usually they have. */
  readonly cold?: true;
  /** Time limit, s. */
  readonly longest: number;
  run(rig: Rig, report: Report): Promise<void>;
}
