/** When a low battery is said: in time to charge before a session, and again before it is empty. */

import type { Status } from '../../../firmware-protocol/status.ts';
import type { Message } from './notice.ts';

/** %. A pump draws more from a battery that is nearly empty, so the last percents go quickly. */
const LOW = 20;
const NEARLY_EMPTY = 8;

type BatteryLow = Extract<Message, { kind: 'batteryLow' }>;

/** Null while it is not low, or not known. */
export function batteryLow({ battery }: Status): BatteryLow | null {
  if (battery === null || battery > LOW) return null;
  return { kind: 'batteryLow', level: battery <= NEARLY_EMPTY ? 'nearlyEmpty' : 'low' };
}
