/**
 * Keeps the boots visible to a browser that scans or connects. A real radio repeats an advertisement several times a second. The virtual
 * radio delivers one only when advertising or scanning begins, and Linux drops an advertisement that arrives before its scan is ready. So
 * advertising is restarted again and again while nothing is connected. If the browser is not searching, it is restarted less often,
 * because a restart may break a connection that is being made.
 */

import { ADAPTER } from '../../src/radio/adapter.ts';
import type { Bus } from '../../src/radio/bus.ts';
import type { Guest } from './machine/guest.ts';

/** Time from one check to the next, ms. */
const NOW_AND_THEN = 300;
/** Number of checks without a link before advertising restarts, if the browser is not searching. */
const LOOKS = 2;

export interface Hearing {
  end(): void;
}

/**
 * @param searching the browser's adapter
 * @param adapter the boots' adapter, such as hci1
 * @param isInReach whether the boots are meant to be visible
 */
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
      // A guest that does not answer is reported where its answer is needed, so a failure here is ignored.
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
