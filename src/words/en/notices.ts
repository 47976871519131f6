/** Everything the person must be told at once: what happened, and what to do. */

import { rules } from '../../../firmware-protocol/limits.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { Problem } from '../../program/problem.ts';
import type { BootsView, Notice, Place } from '../../session/view.ts';
import { place } from './body.ts';
import { faults } from './faults.ts';
import { capital, count, list } from './numbers.ts';

export type Urgency = 'news' | 'care' | 'danger';

export interface NoticeWords {
  readonly urgency: Urgency;
  readonly title: string;
  /** What it means and what to do, a sentence or two each. */
  readonly advice: readonly string[];
  /** What is wrong, one by one; said before the advice. */
  readonly problems?: readonly Problem[];
  /** What is wrong with the boots stays until a person says that they have read it. */
  readonly answer: 'dismiss' | 'acknowledge' | 'none';
}

const news = (title: string, ...advice: string[]): NoticeWords => ({
  urgency: 'news',
  title,
  advice,
  answer: 'dismiss',
});
const care = (title: string, ...advice: string[]): NoticeWords => ({
  urgency: 'care',
  title,
  advice,
  answer: 'dismiss',
});
const danger = (title: string, ...advice: string[]): NoticeWords => ({
  urgency: 'danger',
  title,
  advice,
  answer: 'none',
});

/** "both boots", "the left boot", "the boots". */
function which(sides: readonly Side[], boots: BootsView | null): string {
  if (sides.length > 1) return 'both boots';
  const [only] = sides.length === 0 && boots?.sides.length === 1 ? boots.sides : sides;
  return only ? `the ${only} boot` : 'the boots';
}

/** What to do with the hands when the boots do not answer to Stop. */
const byHand = (sides: readonly Side[], boots: BootsView | null): string =>
  boots && !boots.physicalStop
    ? `Unplug the hose from ${which(sides, boots)} now. Switching the power off lets the air out too.`
    : `Press the button on ${which(sides, boots)} now. If that does not help, unplug the hose.`;

/** The same after a colon. */
const inSentence = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** "The left boot has not confirmed the stop". */
function notConfirmed(sides: readonly Side[], boots: BootsView | null): string {
  if (sides.length > 1) return 'Neither boot has confirmed the stop';
  const who = which(sides, boots);
  return `${capital(who)} ${who === 'the boots' ? 'have' : 'has'} not confirmed the stop`;
}

const partsOf = (places: readonly Place[]): string =>
  list(places.flatMap(({ side, part }) => (part ? [side ? `${side} ${part}` : part] : [])));

/** More than these are not told one by one. */
const MOST_NAMED = 3;

/** "Not emptying: left calf and left thigh", "Not emptying: the right boot". */
function notEmptying(
  { places, sides }: Extract<Notice, { kind: 'notEmptying' }>,
  boots: BootsView | null,
): string {
  const named = places.length > MOST_NAMED ? '' : partsOf(places);
  return `Not emptying: ${named || which(sides, boots)}`;
}

export function noticeWords(notice: Notice, boots: BootsView | null): NoticeWords {
  switch (notice.kind) {
    case 'noBluetooth':
      return care(
        'This browser cannot reach boots',
        'It has no Web Bluetooth. Chrome and Edge have it, on desktop and on Android; on an iPhone or iPad, Bluefy.',
        'Simulated boots run here all the same.',
      );
    case 'bluetoothOff':
      return care(
        'Bluetooth cannot be used just now',
        'Switch it on, and allow this browser and this page to use it. Then pair again.',
        'Simulated boots run here all the same.',
      );
    case 'failed':
      return care(
        'This page failed, and told the boots to stop',
        'Press the button on the boots if they go on, or unplug the hose.',
        'Reload the page before the next session.',
        notice.detail,
      );
    case 'chooserCancelled':
      return news(
        'No boots were chosen',
        'Switch the boots on, keep them near, and pair them when you are ready.',
      );
    case 'notBoots':
      return care(
        'That device is not a pair of boots this page knows',
        `It does not speak the protocol: ${notice.detail}.`,
        'Choose another device.',
      );
    case 'wrongVersion':
      return care(
        'The boots and this page do not speak the same version',
        `The boots speak ${notice.theirs}, this page speaks ${notice.ours}. Update whichever is older.`,
      );
    case 'payloadTooSmall':
      return care(
        'The Bluetooth connection is too narrow',
        `It carries ${count(notice.bytes)} bytes at a time and 61 are needed. Another phone or computer, or another Bluetooth adapter, will do.`,
      );
    case 'limitsTooWide':
      return care(
        'These boots allow more than this page considers safe',
        `Their limit is too wide: ${notice.limit}. Nothing was started. Their firmware must be corrected first.`,
      );
    case 'couldNotConnect':
      return care(
        'The boots could not be reached',
        `Check that they are on, charged and near, and not connected to another device; then try again. (${notice.detail})`,
      );
    case 'linkLost':
      return notice.playingOn
        ? care(
            'Out of touch with the boots',
            'They go on by themselves for as long as they were allowed to, then let the air out. This page looks for them again.',
            boots && !boots.physicalStop
              ? 'To stop now: unplug the hose.'
              : 'To stop now: press the button on the boots.',
          )
        : care(
            'Out of touch with the boots',
            'Move closer, and check that they are on. This page looks for them again.',
          );
    case 'heldByAnother':
      return care(
        notice.sides.length > 0
          ? `Somebody else is controlling ${which(notice.sides, boots)}`
          : 'Somebody else is controlling these boots',
        `Another page or phone has control. Close it, or press the button on ${which(notice.sides, boots)} to take over. Stop works from here all the same.`,
      );
    case 'controlLost':
      return care(
        'Another page or phone took control of the boots',
        'What you change here no longer reaches them. Stop works from here all the same.',
      );
    case 'needsPress':
      return news(
        `Press the button on ${which(notice.sides, boots)}`,
        `Then press here once more, within ${count(rules.consent)} seconds: so the boots know that you are the one who wears them.`,
      );
    case 'silent':
      return care(
        'The boots did not answer, so this page told them to stop',
        'Keep this device near the boots, then start again.',
        `If the boots still feel tight: ${inSentence(byHand([], boots))}`,
      );
    case 'garbled':
      return care(
        'The boots answered with something that makes no sense',
        `It was refused and nothing was changed. (${notice.detail})`,
        'If it comes again, switch the boots off and on.',
      );
    case 'refused':
      return care(
        `The boots refused: ${notice.command}`,
        `Their reason: ${notice.reason}. Nothing was changed.`,
      );
    case 'programRefused':
      return { ...care('This cannot be run on these boots'), problems: notice.problems };
    case 'clamped':
      return news(notice.problem.reason, notice.problem.suggestion);
    case 'notAPair':
      return care(
        'That boot does not go with this one',
        `${notice.detail}. Choose the boot of the other leg.`,
      );
    case 'stopNotConfirmed':
      return danger(
        notConfirmed(notice.sides, boots),
        byHand(notice.sides, boots),
        'This page keeps telling them to stop.',
      );
    case 'notEmptying':
      return danger(
        notEmptying(notice, boots),
        byHand(notice.sides, boots),
        'Open the zip where it is tight. This page keeps telling them to stop.',
      );
    case 'airNotKnown':
      return care(
        `Nobody can tell from here whether the air is out${notice.places.length > 0 ? ` of the ${partsOf(notice.places)}` : ''}`,
        `If it still feels tight: ${inSentence(byHand(notice.sides, boots))}`,
      );
    case 'notBegun':
      return news(
        'The session did not begin',
        'This page could not reach the boots for a moment. They have played none of it.',
        'When you are ready, press Start again.',
      );
    case 'calledOff':
      return news(
        'Called off before it began',
        notice.by === 'button'
          ? 'The button on the boots was pressed, which stops them at any time. They let out what air they hold.'
          : 'The button on the boots was pressed, or another page or phone stopped them. They let out what air they hold.',
        'When you are ready, press Start again.',
      );
    case 'rebooted':
      return care(
        'The boots started afresh',
        'They lost power or were reset. They are empty and do not go on by themselves. Check battery and plug.',
      );
    case 'fault': {
      const words = faults[notice.fault];
      return {
        urgency: 'danger',
        title: `${place(notice.side, notice.part)}: ${words.what}`,
        advice: [words.means, words.todo],
        answer: 'acknowledge',
      };
    }
    case 'warning': {
      const words = faults[notice.fault];
      return care(`${place(notice.side, notice.part)}: ${words.what}`, words.todo);
    }
  }
}
