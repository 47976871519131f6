/** Keyframes, statuses and rules for the feeder's tests. */

import type { Keyframe } from '../../../../firmware-protocol/keyframe.ts';
import { milliseconds, mmhg, mmhgPerSecond, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../../firmware-protocol/status.ts';
import type { FeedRules } from '../../../../src/boots/feed/send-queue.ts';
import { statusOf } from '../../status.ts';

export const playing = (over: Partial<Status> = {}): Status =>
  statusOf({ therapy: 'running', operation: 'playing', free: 64, ...over });

/** @param from playhead time of the first keyframe, ms */
export const everySecond = (count: number, from = 0): Keyframe[] =>
  Array.from({ length: count }, (_, i) => ({
    at: milliseconds(from + i * 1000),
    targets: Array.from({ length: 6 }, () => mmhg(30)),
    ramp: mmhgPerSecond(15),
    gate: seconds(0),
    cycle: false,
    end: false,
  }));

export const cutFrom = (from: number, count = 4) => ({
  keyframes: everySecond(count, from),
  from: milliseconds(from),
});

/** With these rules, the feeder writes as much as the boots have room for, however long before it is due. */
export const allAtOnce: FeedRules = {
  lead: milliseconds(Number.POSITIVE_INFINITY),
  least: milliseconds(0),
  payload: 244,
  hub: true,
  capacity: 64,
  token: 7,
};
