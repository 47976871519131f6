/** Whether the boots are playing, or may start to. */

import type { Status } from '../../firmware-protocol/status.ts';

export const isPrepared = ({ operation, therapy }: Status): boolean =>
  therapy !== 'stopped' || operation === 'preparing' || operation === 'ready';

/** The session of these boots is over. @param begun whether it had begun; before that, boots that are prepared wait for Start */
export const hasEnded = (status: Status, begun: boolean): boolean =>
  status.therapy === 'stopped' && (begun || !isPrepared(status));
