/**
 * Makes the boots visible to a browser that scans or connects. The virtual radio delivers an advertisement only once,
 * when either side starts, and Linux drops one that arrives before its scan is ready; a real radio repeats it ten times
 * a second. So the boots' controller restarts advertising now and then, while nothing is connected. While the browser
 * does not search it waits longer first, because a restart may break a connection that is being made.
 */

import { ADAPTER } from '../../src/radio/adapter.ts';
import type { Bus } from '../../src/radio/bus.ts';
import type { Guest } from './machine/guest.ts';

/** Time between two looks, ms. */
const NOW_AND_THEN = 300;
/** For a browser that does not search, advertising restarts only after this many further looks without a link. */
const LOOKS = 2;

export interface Hearing {
  end(): void;
}

/** @param adapter the boots' own, such as hci1 @param isInReach whether the boots are meant to be visible */
export function letBeHeard(
  { bus, guest, isInReach }: { bus: Bus; guest: Guest; isInReach: () => boolean },
  searching: string,
  adapter: string,
): Hearing {
  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  let looks = 0;
  // LE Set Advertising Enable (Core specification, Vol 4 Part E 7.8.9).
  const enable = (on: '00' | '01'): string => `hcitool -i ${adapter} cmd 0x08 0x000a ${on}`;
  const again = async (): Promise<void> => {
    const isSearched = (await bus.get(searching, ADAPTER, 'Discovering')) === true;
    const isLinked = (await guest.shell('hcitool con')).includes('handle');
    looks = isLinked || !isInReach() ? 0 : looks + 1;
    if (looks > (isSearched ? 0 : LOOKS)) await guest.shell(`${enable('00')}; ${enable('01')}`);
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
