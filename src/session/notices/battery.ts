/** Decides whether the boots' battery is low: in time to charge it before a session, and again before it is empty. */

import type { Status } from '../../../firmware-protocol/status.ts';
import type { Message } from './notice.ts';

/** Charges at or below which there is a notice, %. The last few per cent go quickly: a pump draws more current as the voltage falls. */
const LOW_LEVEL = 20;
const NEARLY_EMPTY_LEVEL = 8;

type BatteryLow = Extract<Message, { kind: 'batteryLow' }>;

/** Null if the battery is not low, or its charge is not known. */
export function batteryLow({ battery }: Status): BatteryLow | null {
  if (battery === null || battery > LOW_LEVEL) return null;
  return { kind: 'batteryLow', level: battery <= NEARLY_EMPTY_LEVEL ? 'nearlyEmpty' : 'low' };
}
