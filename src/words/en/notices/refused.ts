/** What the boots refused, why, and what follows. */

import type { Op } from '../../../../firmware-protocol/command.ts';
import type { Result } from '../../../../firmware-protocol/response.ts';
import type { TimelineRefusal } from '../../../../firmware-protocol/status.ts';

type Refused = Op | 'timeline';

const another = 'The boots refused a request from this page';

export const refusedWhat: Readonly<Record<Refused, string>> = {
  stop: another,
  requestControl: 'The boots did not hand over control',
  prepare: 'The boots did not get ready',
  start: 'The boots did not start',
  pause: 'The boots did not pause',
  resume: 'The boots did not resume',
  ceiling: 'The boots did not lower the pressure at once',
  drop: another,
  acknowledgeFault: 'The boots still report the fault',
  identify: another,
  readClock: another,
  keepAlive: another,
  resetFlags: another,
  reportRecords: another,
  deleteRecords: 'The boots did not delete their sessions',
  timeline: 'The boots did not accept the next part of the session',
};

export const refusedWhy: Readonly<Record<Result | TimelineRefusal, string>> = {
  success: 'They do not say why.',
  none: 'They do not say why.',
  notSupported: 'They do not know this request.',
  invalidParameter: 'They found a value in it that they cannot use.',
  failed: 'They tried and could not: the cause is still there.',
  notPermitted: 'It is not possible in the state they are in.',
  outOfLimits: 'It is outside their limits.',
  busy: 'They are busy with something else.',
  faultLatched: 'They have a fault that you must read first.',
  needsPress: 'Press their button first.',
  crc: 'It was damaged on the way.',
  length: 'It had the wrong length.',
  token: 'This page no longer has control.',
  number: 'An earlier part is missing.',
  noRoom: 'They have no room for more.',
  order: 'Its parts were out of order.',
  late: 'It came too late.',
  invalid: 'They found something in it that they cannot use.',
  wrongState: 'It is not possible in the state they are in.',
};

export function refusedNow(command: Refused): string {
  switch (command) {
    case 'timeline':
      return 'So this page told them to stop.';
    case 'pause':
      return 'They keep running. Stop still works.';
    case 'resume':
      return 'They stay paused.';
    case 'ceiling':
      return 'The lower pressure follows as soon as they accept it. Stop still works.';
    case 'requestControl':
    case 'prepare':
    case 'start':
      return 'The session did not begin.';
    case 'acknowledgeFault':
      return 'Check the hoses and zips, then try again. If that does not help, switch the boots off and on.';
    default:
      return 'Nothing has changed.';
  }
}
