/** Whether boots play, or may begin to. */

import type { Status } from '../../firmware-protocol/status.ts';

export const isPrepared = ({ operation, therapy }: Status): boolean =>
  therapy !== 'stopped' || operation === 'preparing' || operation === 'ready';
