/** What went wrong between the page and the boots, as parts of a sentence. */

import type { Op } from '../../../../firmware-protocol/command.ts';
import type { Result } from '../../../../firmware-protocol/response.ts';
import type { TimelineRefusal } from '../../../../firmware-protocol/status.ts';
import type { Cause } from '../../../boots/cause.ts';
import type { NotAdded } from '../../../session/view.ts';
import type { WordsFor } from '../../notices/problem-words.ts';

export const commands: Readonly<Record<Op, string>> = {
  stop: 'stop',
  requestControl: 'request control',
  prepare: 'prepare',
  start: 'start',
  pause: 'pause',
  resume: 'resume',
  ceiling: 'ceiling',
  drop: 'drop',
  acknowledgeFault: 'acknowledge fault',
  identify: 'identify',
  readClock: 'read clock',
  keepAlive: 'keep-alive',
  resetFlags: 'reset flags',
  reportRecords: 'report records',
  deleteRecords: 'delete records',
};

export const results: Readonly<Record<Result, string>> = {
  success: 'done',
  notSupported: 'not supported',
  invalidParameter: 'invalid parameter',
  failed: 'failed',
  notPermitted: 'not permitted',
  outOfLimits: 'out of limits',
  busy: 'busy',
  faultLatched: 'fault latched',
  needsPress: 'wants a press on the button',
};

export const timelineRefusals: Readonly<Record<TimelineRefusal, string>> = {
  none: 'no reason given',
  crc: 'damaged on its way',
  length: 'wrong length',
  token: 'no control',
  number: 'out of sequence',
  noRoom: 'no room',
  order: 'out of order',
  late: 'too late',
  outOfLimits: 'out of limits',
  invalid: 'invalid',
  wrongState: 'not now',
};

const causes: WordsFor<Cause, string> = {
  link: ({ detail }) => detail,
  frame: ({ detail }) => detail,
  withdrawn: () => 'Stop came first',
  noAnswer: () => 'the boots did not answer',
  grantLost: () => 'the answer was lost',
  linkGivenUp: () => 'the connection was given up',
  otherBoots: () => 'other boots answered',
  noStatus: () => 'the boots did not report their status',
  noClock: () => 'the boots did not report their clocks',
  nothingChosen: () => 'nothing was chosen',
  timelineRefused: ({ reason }) => `the timeline was refused: ${timelineRefusals[reason]}`,
  oneBoot: ({ side, cause, stopped }) =>
    `${side} boot: ${causeWords(cause)}${stopped ? '; both are stopped' : ''}`,
};

export const causeWords = (cause: Cause): string => (causes[cause.kind] as (cause: Cause) => string)(cause);

/** Why the other boot could not be added, as the beginning of a sentence. */
export function notAddedWords(why: NotAdded): string {
  switch (why.kind) {
    case 'bothLegs':
      return 'One of them is for both legs already';
    case 'sameLeg':
      return `Both are ${why.side} boots`;
    case 'sameSerial':
      return 'Both have the same serial number';
    case 'unlikeZones':
      return 'They have different zones';
    case 'unlikeTimes':
      return 'They measure at different rates';
    case 'chosenTwice':
      return 'The same boot was chosen twice';
    case 'sessionBegun':
      return 'A session has started in the meantime';
    case 'notChosen':
      return `It could not be chosen (${why.detail})`;
    case 'notOpened':
      return 'cause' in why.failure
        ? `It could not be opened (${causeWords(why.failure.cause)})`
        : 'This page cannot use it';
  }
}
