/** A status for tests: boots that were just switched on and do nothing. The controller whose token has 7 as its low half has control. */

import { milliseconds, seconds } from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';

export const statusOf = (over: Partial<Status> = {}): Status => ({
  counter: 1,
  therapy: 'stopped',
  operation: 'idle',
  clock: milliseconds(0),
  playhead: milliseconds(0),
  wall: seconds(0),
  held: 0,
  free: 512,
  nextBatch: 1,
  refusal: 'none',
  refusedBatch: 0,
  fault: 'none',
  faultZone: null,
  warning: 'none',
  warningZone: null,
  flags: {
    stateChanged: false,
    buttonPressed: false,
    controlLost: false,
    fault: false,
    warning: false,
    ranDry: false,
    sessionEnded: false,
    rebooted: false,
  },
  battery: 80,
  bootCount: 1,
  lastOp: 0,
  lastCounter: 0,
  lastResult: 0,
  holder: 7,
  endReason: 'none',
  cycles: 0,
  waited: milliseconds(0),
  gates: 0,
  underruns: 0,
  ...over,
});
