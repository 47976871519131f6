import type { Wait } from './practice-connection.ts';

/** One thing that Heartward relies on in an implementation of Web Bluetooth. `holds` rejects if the implementation violates it. */
export interface Clause {
  readonly title: string;
  readonly holds: (bluetooth: Bluetooth, wait: Wait) => Promise<void>;
}
