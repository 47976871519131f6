/** The page's own messages that the help explains. */

import type { Notice } from '../../../session/view.ts';

type Kind = Notice['kind'];

const sides = [] as const;

/**
 * The notices of each kind that the help lists, in this order. Kinds without any say by themselves what is wrong with one program, setting,
 * command or device, or follow from another message; the help lists faults and warnings of the boots by their own words.
 */
const listed: { readonly [K in Kind]: readonly Extract<Notice, { readonly kind: K }>[] } = {
  stopNotConfirmed: [{ kind: 'stopNotConfirmed', sides }],
  stopNotSendable: [{ kind: 'stopNotSendable' }],
  notEmptying: [{ kind: 'notEmptying', places: [], sides }],
  airNotKnown: [{ kind: 'airNotKnown', places: [], sides }],
  limitBroken: [{ kind: 'limitBroken', limit: 'overPressure', side: null, part: null }],
  standingStill: [{ kind: 'standingStill', sides }],
  silent: [{ kind: 'silent' }],
  failed: [{ kind: 'failed', detail: '' }],
  linkLost: [{ kind: 'linkLost', playingOn: true }],
  bluetoothLost: [{ kind: 'bluetoothLost', session: 'playing' }],
  permissionLost: [{ kind: 'permissionLost', session: 'playing' }],
  misfit: [{ kind: 'misfit', findings: [{ kind: 'noLeg', side: 'left', share: 0.5 }], held: true }],
  rebooted: [{ kind: 'rebooted' }],
  controlLost: [{ kind: 'controlLost' }],
  heldByAnother: [{ kind: 'heldByAnother', sides }],
  otherTab: [{ kind: 'otherTab' }],
  needsPress: [{ kind: 'needsPress', sides, toStart: true }],
  grantLost: [{ kind: 'grantLost', sides }],
  notHeard: [
    { kind: 'notHeard', what: 'pause' },
    { kind: 'notHeard', what: 'resume' },
  ],
  notBegun: [{ kind: 'notBegun' }],
  calledOff: [{ kind: 'calledOff', by: 'unknown' }],
  batteryLow: [
    { kind: 'batteryLow', level: 'low' },
    { kind: 'batteryLow', level: 'nearlyEmpty' },
  ],
  addAfterStop: [{ kind: 'addAfterStop' }],
  notNow: [{ kind: 'notNow', what: 'pause' }],
  noBluetooth: [
    { kind: 'noBluetooth', why: 'noAdapter' },
    { kind: 'noBluetooth', why: 'off' },
    { kind: 'noBluetooth', why: 'denied' },
    { kind: 'noBluetooth', why: 'blocked' },
    { kind: 'noBluetooth', why: 'tooLate' },
  ],
  chooserCancelled: [{ kind: 'chooserCancelled' }],
  fault: [],
  warning: [],
  pressed: [],
  recordsDeleted: [],
  garbled: [],
  refused: [],
  programRefused: [],
  clamped: [],
  notAPair: [],
  notBoots: [],
  changedBoots: [],
  wrongVersion: [],
  payloadTooSmall: [],
  limitsTooWide: [],
  couldNotConnect: [],
  notPermitted: [],
};

export const pageMessages: readonly Notice[] = Object.values(listed).flat();
