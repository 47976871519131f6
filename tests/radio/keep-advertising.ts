/**
 * Makes the boots visible while a browser scans. The virtual radio delivers an advertisement only once, when either
 * side starts, and Linux drops one that arrives before its scan is ready; a real radio repeats it ten times a second.
 * So the boots' controller restarts advertising now and then, while the browser's adapter scans and nothing is
 * connected or connecting: a restart may break a connection that is being made.
 */

import { ADAPTER } from '../../src/radio/adapter.ts';
import type { Bus } from '../../src/radio/bus.ts';
import type { Guest } from './machine/guest.ts';

/** ms. */
const NOW_AND_THEN = 300;

export interface Hearing {
  end(): void;
}

/** @param adapter the boots' own, such as hci1 */
export function letBeHeard(bus: Bus, searching: string, guest: Guest, adapter: string): Hearing {
  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  // LE Set Advertising Enable (Core specification, Vol 4 Part E 7.8.9).
  const enable = (on: '00' | '01'): string => `hcitool -i ${adapter} cmd 0x08 0x000a ${on}`;
  const again = async (): Promise<void> => {
    if ((await bus.get(searching, ADAPTER, 'Discovering')) === true)
      await guest.shell(`hcitool con | grep -q handle || { ${enable('00')}; ${enable('01')}; }`);
  };
  const next = (): void => {
    if (ended) return;
    timer = setTimeout(() => {
      // A guest that does not answer is noticed by whoever needs it.
      again().then(next, next);
    }, NOW_AND_THEN);
  };
  next();
  return {
    end: () => {
      ended = true;
      clearTimeout(timer);
    },
  };
}
