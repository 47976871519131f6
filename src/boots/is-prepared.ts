/** Reads from a status whether boots have a session to play, and whether their session is over. */

import type { Status } from '../../firmware-protocol/status.ts';

export const isPrepared = ({ operation, therapy }: Status): boolean =>
  therapy !== 'stopped' || operation === 'preparing' || operation === 'ready';

/** @param begun whether the session had begun; if not, it is over once the boots are neither preparing nor ready */
export const hasEnded = (status: Status, begun: boolean): boolean =>
  status.therapy === 'stopped' && (begun || !isPrepared(status));
