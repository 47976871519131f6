/** Reads from a status whether boots have a session to play, and whether that is over. */

import type { Status } from '../../firmware-protocol/status.ts';

/** Whether boots have a session: they run or pause it, or are preparing or ready to start it. */
export const isPrepared = ({ operation, therapy }: Status): boolean =>
  therapy !== 'stopped' || operation === 'preparing' || operation === 'ready';

/** Whether the boots' session is over. @param begun whether it had begun; if not, it is over only if the boots are no longer preparing or ready */
export const hasEnded = (status: Status, begun: boolean): boolean =>
  status.therapy === 'stopped' && (begun || !isPrepared(status));
