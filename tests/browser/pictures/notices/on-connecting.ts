/** The notices about choosing and opening boots, and about control and the link, with the views in which pictures show them. */

import { instant, seconds } from '../../../../firmware-protocol/quantities.ts';
import { bootsView } from '../../../unit/session-view.ts';
import { connected, crest, nothing, real } from '../views.ts';
import type { ShownNotices } from './pictured-notices.ts';

const paired = { ...connected, boots: real };
const pair = { ...paired, boots: bootsView({ ...real, pair: true }) };
const oneOfPair = { ...paired, boots: bootsView({ ...real, sides: ['left'], missing: 'right' }) };
const reconnecting = { ...crest, link: 'reconnecting', stale: true } as const;
const cause = { kind: 'link', detail: 'GATT Error: Not connected.', during: 'connect' } as const;

export const noticesOnConnecting: ShownNotices<
  | 'noBluetooth'
  | 'chooserCancelled'
  | 'notBoots'
  | 'wrongVersion'
  | 'payloadTooSmall'
  | 'limitsTooWide'
  | 'couldNotConnect'
  | 'changedBoots'
  | 'notAPair'
  | 'addAfterStop'
  | 'linkLost'
  | 'bluetoothLost'
  | 'permissionLost'
  | 'notPermitted'
  | 'heldByAnother'
  | 'controlLost'
  | 'otherTab'
  | 'needsPress'
  | 'pressed'
  | 'grantLost'
> = {
  noBluetooth: (
    ['noWebBluetooth', 'notSecure', 'noAdapter', 'off', 'denied', 'blocked', 'tooLate'] as const
  ).map((why) => [`no-bluetooth-${why.toLowerCase()}`, { kind: 'noBluetooth', why }, nothing]),
  chooserCancelled: [['cancelled', { kind: 'chooserCancelled' }, nothing]],
  notBoots: [['not-boots', { kind: 'notBoots', cause: { kind: 'noStatus' } }, nothing]],
  wrongVersion: [['wrong-version', { kind: 'wrongVersion', theirs: '2.0', ours: '1.0' }, nothing]],
  payloadTooSmall: [['payload-too-small', { kind: 'payloadTooSmall', bytes: 20 }, nothing]],
  limitsTooWide: [['limits-too-wide', { kind: 'limitsTooWide', limit: 'timeAbove30' }, nothing]],
  couldNotConnect: [['could-not-connect', { kind: 'couldNotConnect', cause }, nothing]],
  changedBoots: [['changed-boots', { kind: 'changedBoots', what: 'zones', side: 'left' }, pair]],
  notAPair: [
    ['not-a-pair', { kind: 'notAPair', why: { kind: 'sameLeg', side: 'left' } }, oneOfPair],
    [
      'not-a-pair-not-opened',
      { kind: 'notAPair', why: { kind: 'notOpened', failure: { kind: 'couldNotConnect', cause } } },
      oneOfPair,
    ],
  ],
  addAfterStop: [['add-after-stop', { kind: 'addAfterStop' }, { ...crest, boots: oneOfPair.boots }]],
  linkLost: [
    ['stale', { kind: 'linkLost', playingOn: true }, reconnecting],
    ['out-of-touch', { kind: 'linkLost', playingOn: false }, { ...paired, link: 'reconnecting' }],
  ],
  bluetoothLost: [
    ['bluetooth-lost', { kind: 'bluetoothLost', session: 'playing' }, reconnecting],
    ['bluetooth-lost-at-rest', { kind: 'bluetoothLost', session: 'none' }, nothing],
  ],
  permissionLost: [['permission-lost', { kind: 'permissionLost', session: 'playing' }, reconnecting]],
  notPermitted: [['not-permitted', { kind: 'notPermitted' }, nothing]],
  heldByAnother: [
    ['held-by-another', { kind: 'heldByAnother', sides: [] }, paired],
    ['one-held-by-another', { kind: 'heldByAnother', sides: ['right'] }, pair],
  ],
  controlLost: [['found', { kind: 'controlLost' }, { ...crest, phase: 'found' }]],
  otherTab: [['other-tab', { kind: 'otherTab' }, { ...crest, phase: 'found' }]],
  needsPress: [
    ['needs-press', { kind: 'needsPress', sides: ['left', 'right'], toStart: true }, connected],
    ['needs-press-real', { kind: 'needsPress', sides: [], toStart: true }, paired],
  ],
  pressed: [
    [
      'pressed',
      { kind: 'pressed', sides: [], toStart: true, at: instant(0) },
      { ...connected, pressLeft: seconds(8) },
    ],
  ],
  grantLost: [['grant-lost', { kind: 'grantLost', sides: [] }, paired]],
};
