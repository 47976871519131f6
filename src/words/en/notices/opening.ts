/** Notices about choosing, opening and keeping boots. */

import { rules } from '../../../../firmware-protocol/limits.ts';
import { SMALLEST_PAYLOAD } from '../../../../firmware-protocol/profile.ts';
import { care, news } from '../../notice-words.ts';
import type { Numbers } from '../../numbers.ts';
import type { NoticeSentences } from '../../words.ts';
import { limitNames } from '../limits.ts';
import { causeWords, notAddedWords } from './causes.ts';
import { which } from './which.ts';

const SIMULATED = 'Simulated boots run here all the same.';

type Opening =
  | 'noBluetooth'
  | 'bluetoothOff'
  | 'chooserCancelled'
  | 'notBoots'
  | 'wrongVersion'
  | 'payloadTooSmall'
  | 'limitsTooWide'
  | 'couldNotConnect'
  | 'notAPair'
  | 'linkLost'
  | 'heldByAnother'
  | 'controlLost'
  | 'needsPress';

export const opening = (n: Numbers): Pick<NoticeSentences, Opening> => ({
  noBluetooth: () =>
    care(
      'This browser cannot reach boots',
      'It has no Web Bluetooth. Chrome and Edge have it, on desktop and on Android; on an iPhone or iPad, Bluefy.',
      SIMULATED,
    ),
  bluetoothOff: () =>
    care(
      'Bluetooth cannot be used just now',
      'Switch it on, and allow this browser and this page to use it. Then pair again.',
      SIMULATED,
    ),
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
      'The boots and this page do not speak the same version',
      `The boots speak ${theirs}, this page speaks ${ours}. Update whichever is older.`,
    ),
  payloadTooSmall: ({ bytes }) =>
    care(
      'The Bluetooth connection is too narrow',
      `It carries ${n.count(bytes)} bytes at a time and ${n.count(SMALLEST_PAYLOAD)} are needed. Use another phone or computer, or another Bluetooth adapter.`,
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
  notAPair: ({ why }) =>
    care('That boot does not go with this one', `${notAddedWords(why)}. Choose the boot of the other leg.`),
  linkLost: ({ playingOn }, boots) =>
    playingOn
      ? care(
          'Out of touch with the boots',
          'They play on by themselves for as long as they were allowed to, then let the air out. This page is looking for them.',
          boots && !boots.physicalStop
            ? 'To stop now: unplug the hose.'
            : 'To stop now: press the button on the boots.',
        )
      : care(
          'Out of touch with the boots',
          'Move closer, and check that they are on. This page is looking for them.',
        ),
  heldByAnother: ({ sides }, boots) =>
    care(
      `Somebody else is controlling ${sides.length > 0 ? which(sides, boots) : 'these boots'}`,
      `Another page or phone has control. Close it, or press the button on ${which(sides, boots)} to take over. Stop works from here all the same.`,
    ),
  controlLost: () =>
    care(
      'Another page or phone took control of the boots',
      'What you change here no longer reaches them. Stop works from here all the same.',
    ),
  needsPress: ({ sides }, boots) =>
    news(
      `Press the button on ${which(sides, boots)}`,
      `Then press here once more within ${n.count(rules.consent)} s. This proves you're wearing them.`,
    ),
});
