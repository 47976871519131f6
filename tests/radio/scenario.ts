/** One story that a person may have with boots on a real radio. */

import type { Peripheral } from '../../src/simulator/peripheral.ts';
import type { Configuration } from './machine/guest.ts';
import type { Report } from './report.ts';
import type { Rig } from './rig.ts';

export interface Scenario {
  /** In words of a command line. */
  readonly name: string;
  readonly about: string;
  /** One of the few that are run by --smoke. */
  readonly smoke?: true;
  /** With this alone; with each if not given. */
  readonly configuration?: Configuration;
  /** Longest ATT MTU of both sides, bytes. */
  readonly mtu?: number;
  /** What stands between boots and radio. */
  readonly between?: (boots: Peripheral) => Peripheral;
  /** The adapters have never had a link when it begins; mostly they have. */
  readonly cold?: true;
  /** It is ended after so long, s. */
  readonly longest: number;
  run(rig: Rig, report: Report): Promise<void>;
}
