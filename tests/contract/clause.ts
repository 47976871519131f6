/** What every clause of the contract is. */

import type { Wait } from './practice-connection.ts';

/** One thing that Heartward relies on. `holds` rejects if the implementation violates it. */
export interface Clause {
  readonly title: string;
  readonly holds: (bluetooth: Bluetooth, wait: Wait) => Promise<void>;
}
