/** Why the page did not add the second boot of a pair, and what to do instead. */

import { SMALLEST_PAYLOAD } from '../../../../firmware-protocol/profile.ts';
import type { OpenFailure } from '../../../boots/boots.ts';
import type { NotAdded } from '../../../session/view.ts';
import { care, type NoticeWords } from '../../notices/notice-words.ts';
import type { WordsFor } from '../../notices/problem-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { causeWords } from './causes.ts';
import { limitNames } from './limits.ts';

const NOT_ADDED = 'The other boot was not added';
const NO_PAIR = 'These two boots do not make a pair';
const OTHER_LEG = 'Choose the boot for the other leg.';
const CAME_WITH_IT = 'Choose the boot that came with the connected one.';

const notOpened = (n: Numbers): WordsFor<OpenFailure, string> => ({
  couldNotConnect: ({ cause }) =>
    `It could not be reached. Check that it is on, charged and near, and not connected to another device; then try again. (${causeWords(cause)})`,
  notPermitted: () =>
    'The browser does not let this page connect to it. Add it again, and choose it in the browser’s list.',
  notBoots: ({ cause }) =>
    `That device does not speak the protocol: ${causeWords(cause)}. Choose another device.`,
  wrongVersion: ({ theirs, ours }) =>
    `It speaks version ${theirs}, this page speaks ${ours}. Update whichever is older.`,
  payloadTooSmall: ({ bytes }) =>
    `Its Bluetooth connection carries ${n.count(bytes)} bytes at a time, but ${n.count(SMALLEST_PAYLOAD)} are needed. Use another phone or computer, or another Bluetooth adapter.`,
  limitsTooWide: ({ limit }) =>
    `It allows more than this page considers safe: ${limitNames(n)[limit]}. Its firmware must be corrected first.`,
});

export const notAdded = (n: Numbers): WordsFor<NotAdded, NoticeWords> => ({
  bothLegs: () => care(NO_PAIR, 'One of them is for both legs already.', OTHER_LEG),
  sameLeg: ({ side }) => care(NO_PAIR, `Both are ${side} boots.`, OTHER_LEG),
  sameSerial: () => care(NO_PAIR, 'Both have the same serial number.', OTHER_LEG),
  unlikeZones: () => care(NO_PAIR, 'They have different zones.', CAME_WITH_IT),
  unlikeTimes: () => care(NO_PAIR, 'They measure at different rates.', CAME_WITH_IT),
  chosenTwice: () => care('You chose the same boot twice', OTHER_LEG),
  sessionBegun: () =>
    care(NOT_ADDED, 'A session started in the meantime.', 'Add the boot when that is over.'),
  notChosen: ({ detail }) =>
    care(NOT_ADDED, `The browser could not let you choose it. (${detail})`, 'Try again.'),
  notOpened: ({ failure }) =>
    care(NOT_ADDED, (notOpened(n)[failure.kind] as (failure: OpenFailure) => string)(failure)),
});
