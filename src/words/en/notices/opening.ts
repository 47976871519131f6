/** Notices about choosing and opening boots, and about losing the link or control. */

import { rules } from '../../../../firmware-protocol/limits.ts';
import { SMALLEST_PAYLOAD } from '../../../../firmware-protocol/profile.ts';
import type { Seconds } from '../../../../firmware-protocol/quantities.ts';
import type { Change } from '../../../boots/acceptance.ts';
import type { BluetoothLost } from '../../../session/notices/notice.ts';
import type { BootsView, NoBluetooth, NotAdded } from '../../../session/view.ts';
import { care, type NoticeWords, news, pressAnswer } from '../../notices/notice-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import type { NoticeSentences } from '../../words.ts';
import { causeWords } from './causes.ts';
import { limitNames } from './limits.ts';
import { notAdded } from './not-added.ts';
import { which } from './which.ts';

const SIMULATED_WORK = 'Simulated boots still run here.';

const noBluetooth: Readonly<Record<NoBluetooth, readonly [string, string]>> = {
  noWebBluetooth: [
    'This browser cannot reach boots',
    'It has no Web Bluetooth. Chrome and Edge have it, on desktop and on Android; on Linux Chrome keeps it behind a flag, which the help shows; on an iPhone or iPad, Bluefy.',
  ],
  notSecure: [
    'This page was not loaded securely',
    'Browsers give Bluetooth only to pages that are. Open its address in Chrome or Edge, with https or, on this computer, at localhost.',
  ],
  noAdapter: [
    'No Bluetooth was found on this device',
    'Switch Bluetooth on, or plug in a Bluetooth Low Energy adapter. Then pair again.',
  ],
  off: ['Bluetooth is switched off', 'Switch it on, then pair again.'],
  denied: [
    'This browser may not use Bluetooth',
    'Allow it in the settings of this phone or computer, under Bluetooth (on Android, nearby devices and location). Then pair again.',
  ],
  blocked: [
    'Bluetooth is blocked for this page',
    "A setting of this site, the browser or its administrator blocks it. The site's settings are to the left of its address.",
  ],
  tooLate: [
    'One more click, please',
    'The browser shows the boots only right after a click. Press Pair once more.',
  ],
};

type Opening =
  | 'noBluetooth'
  | 'chooserCancelled'
  | 'notBoots'
  | 'wrongVersion'
  | 'payloadTooSmall'
  | 'limitsTooWide'
  | 'couldNotConnect'
  | 'changedBoots'
  | 'notAPair'
  | 'linkLost'
  | 'bluetoothLost'
  | 'permissionLost'
  | 'notPermitted'
  | 'heldByAnother'
  | 'controlLost'
  | 'otherTab'
  | 'needsPress'
  | 'pressed';

/** How long boots play on without a link to the page. @param alone null = no time is given */
const playingOn = (n: Numbers, alone: Seconds | null): string =>
  alone === null
    ? 'They play on with what they hold, then stop by themselves.'
    : `They will stop by themselves within ${n.lasting(alone)}.`;

/** No time is given for a pair, because the page may have lost only one boot and still send waves to the other. */
const lostPlayingOn = (n: Numbers, boots: BootsView | null): string =>
  playingOn(n, boots === null || boots.pair ? null : boots.alone);

const lostButPlaying = (n: Numbers, boots: BootsView | null): string =>
  `${lostPlayingOn(n, boots)} This page is looking for them.`;

function stopByHand(boots: BootsView | null): string {
  if (boots === null) return 'press the button on the boots, or unplug the hose.';
  return boots.physicalStop ? 'press the button on the boots.' : 'unplug the hose.';
}

const changed: Readonly<Record<Change, string>> = {
  serial: 'Another serial number answered, so this is another device.',
  kind: 'What answered is for another leg than before.',
  version: 'What answered speaks another version than before.',
  zones: 'What answered has other zones than before.',
};
const PAIR_AGAIN =
  'This page does not go on like that. Stop the session if one is on, disconnect, then pair again.';

const RELOAD = 'Reload the page, then pair the boots again.';
const RELOAD_FOR_SESSION = `${RELOAD} If they have not stopped by then, the session comes back.`;

const noStop = (boots: BootsView | null): string =>
  `Stop cannot be sent from this page. To stop now: ${stopByHand(boots)}`;

/** The browser may have forgotten only one boot of a pair. */
const noStopForAll = (boots: BootsView | null): string =>
  boots?.pair
    ? `From this page, Stop may reach only one boot, or none. To stop both now: ${stopByHand(boots)}`
    : noStop(boots);

/** The page cannot reach its boots, or one of a pair, until it is loaded again. */
const cutOff = (
  title: string,
  session: BluetoothLost['session'],
  playing: string,
  stop: string,
): NoticeWords => ({
  urgency: 'care',
  title,
  advice: [
    ...(session === 'playing' ? [playing] : []),
    ...(session === 'none' ? [] : [stop]),
    session === 'playing' || session === 'paused' ? RELOAD_FOR_SESSION : RELOAD,
  ],
  answer: 'reload',
});

export const opening = (n: Numbers): Pick<NoticeSentences, Opening> => ({
  noBluetooth: ({ why }) => care(...noBluetooth[why], SIMULATED_WORK),
  chooserCancelled: () =>
    news('No boots were chosen', 'Switch the boots on, keep them near, and pair them when you are ready.'),
  notBoots: ({ cause }) =>
    care(
      'That device is not a pair of boots this page knows',
      `It does not speak the protocol: ${causeWords(cause)}.`,
      'Choose another device.',
    ),
  wrongVersion: ({ theirs, ours }) =>
    care(
      'The boots and this page speak different versions',
      `The boots speak ${theirs}, this page speaks ${ours}. Update whichever is older.`,
    ),
  payloadTooSmall: ({ bytes }) =>
    care(
      'The Bluetooth connection is too narrow',
      `It carries ${n.count(bytes)} bytes at a time, but ${n.count(SMALLEST_PAYLOAD)} are needed. Use another phone or computer, or another Bluetooth adapter.`,
    ),
  limitsTooWide: ({ limit }) =>
    care(
      'These boots allow more than this page considers safe',
      `Their limit is too wide: ${limitNames(n)[limit]}. Nothing was started. Their firmware must be corrected first.`,
    ),
  couldNotConnect: ({ cause }) =>
    care(
      'The boots could not be reached',
      `Check that they are on, charged and near, and not connected to another device; then try again. (${causeWords(cause)})`,
    ),
  changedBoots: ({ what, side }, boots) =>
    care(
      `Changed while out of touch: ${which(side === null ? [] : [side], boots)}`,
      `${changed[what]} ${PAIR_AGAIN}`,
    ),
  notAPair: ({ why }) => (notAdded(n)[why.kind] as (why: NotAdded) => NoticeWords)(why),
  linkLost: ({ playingOn }, boots) =>
    playingOn
      ? care('Out of touch with the boots', lostButPlaying(n, boots), `To stop now: ${stopByHand(boots)}`)
      : care(
          'Out of touch with the boots',
          'Move closer, and check that they are on. This page is looking for them.',
        ),
  bluetoothLost: ({ session }, boots) =>
    cutOff(
      'The browser has cut this page off from Bluetooth',
      session,
      playingOn(n, boots?.alone ?? null),
      noStop(boots),
    ),
  permissionLost: ({ session }, boots) =>
    cutOff(
      'The browser no longer lets this page use these boots',
      session,
      lostPlayingOn(n, boots),
      noStopForAll(boots),
    ),
  notPermitted: () =>
    care(
      'The browser does not let this page connect to these boots',
      'Their permission was removed, for example in the settings of this site.',
      'Pair them again, and choose them in the browser’s list.',
    ),
  heldByAnother: ({ sides }, boots) =>
    care(
      `Another page or phone is controlling ${sides.length > 0 ? which(sides, boots) : 'these boots'}`,
      `It may be another tab of this browser. Close it, or press the button on ${which(sides, boots)} to take over. Stop still works from here.`,
    ),
  controlLost: () =>
    care(
      'Another page or phone took control of the boots',
      'What you change here no longer reaches them. Stop still works from here.',
    ),
  otherTab: () =>
    care(
      'Another tab of this browser is running the session',
      'This one did not answer. Here you can watch, and Stop works.',
    ),
  needsPress: ({ sides, toStart }, boots) => ({
    ...news(
      `Press the button on ${which(sides, boots)}`,
      `Then ${toStart ? 'press Start' : 'try'} again within ${n.whole(rules.consent, 's')}. This proves you're wearing them.`,
    ),
    answer: pressAnswer(boots),
  }),
  pressed: ({ toStart }) => ({
    ...news(
      toStart ? 'Now press Start again' : 'Now try again',
      `The button was pressed. That counts for ${n.whole(rules.consent, 's')}; after that it must be pressed once more.`,
    ),
    answer: 'none',
  }),
});
