/** Whether the boots play a session, or may start to. */

import type { Status } from '../../firmware-protocol/status.ts';

export const isPrepared = ({ operation, therapy }: Status): boolean =>
  therapy !== 'stopped' || operation === 'preparing' || operation === 'ready';

/** Whether the session of these boots is over. @param begun whether it had begun; if not, boots that are prepared still wait for Start */
export const hasEnded = (status: Status, begun: boolean): boolean =>
  status.therapy === 'stopped' && (begun || !isPrepared(status));
