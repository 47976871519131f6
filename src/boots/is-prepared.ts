/** Whether the boots are playing, or may start to. */

import type { Status } from '../../firmware-protocol/status.ts';

export const isPrepared = ({ operation, therapy }: Status): boolean =>
  therapy !== 'stopped' || operation === 'preparing' || operation === 'ready';
