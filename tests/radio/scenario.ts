/** A scenario: something that a person may experience with boots on a real radio. */

import type { Peripheral } from '../../src/simulator/peripheral.ts';
import type { Configuration } from './machine/guest.ts';
import type { Report } from './report.ts';
import type { Rig } from './rig.ts';

export interface Scenario {
  readonly name: string;
  readonly about: string;
  /** Whether the scenario runs with --smoke. */
  readonly smoke?: true;
  /** The one configuration to run with. Default: each of them in turn. */
  readonly configuration?: Configuration;
  /** Largest ATT MTU, bytes. Default: that of BlueZ. */
  readonly mtu?: number;
  /** Default: a hub, with one pump for two legs. A single left boot fills in half the time. */
  readonly boots?: 'left';
  /** Wraps the boots before others can find them. */
  readonly between?: (boots: Peripheral) => Peripheral;
  /** The adapters have never had a link to each other when the page connects. */
  readonly cold?: true;
  /** Time limit of `run`, s. */
  readonly longest: number;
  run(rig: Rig, report: Report): Promise<void>;
}
