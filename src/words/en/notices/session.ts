/** Notices about a session: what did not begin, what did not stop, what is wrong with the boots. */

import { care, danger, news } from '../../notice-words.ts';
import type { Numbers } from '../../numbers.ts';
import type { NoticeSentences } from '../../words.ts';
import { place } from '../body.ts';
import { faults } from '../faults.ts';
import type { Problems } from '../problems/problems.ts';
import { inSentence } from '../text.ts';
import { causeWords, commands, results, timelineRefusals } from './causes.ts';
import { byHand, notConfirmed, notEmptying, partsOf } from './which.ts';

type Session =
  | 'failed'
  | 'silent'
  | 'garbled'
  | 'refused'
  | 'programRefused'
  | 'clamped'
  | 'stopNotConfirmed'
  | 'notEmptying'
  | 'airNotKnown'
  | 'notBegun'
  | 'calledOff'
  | 'rebooted'
  | 'fault'
  | 'warning';

const WHEN_READY = 'When you are ready, press Start again.';

export const session = (n: Numbers, problems: Problems): Pick<NoticeSentences, Session> => ({
  failed: ({ detail }) =>
    care(
      'This page failed, and told the boots to stop',
      'If they continue, press the button on the boots or unplug the hose.',
      'Reload the page before the next session.',
      detail,
    ),
  silent: (_, boots) =>
    care(
      'The boots did not answer, so this page told them to stop',
      'Keep this device near the boots, then start again.',
      `If the boots still feel tight: ${inSentence(byHand([], boots))}`,
    ),
  garbled: ({ cause }) =>
    care(
      'The boots answered with something that makes no sense',
      `It was refused and nothing was changed. (${causeWords(cause)})`,
      'If it happens again, switch the boots off and on.',
    ),
  refused: ({ command, reason }) =>
    care(
      `The boots refused: ${command === 'timeline' ? 'the next part of the session' : commands[command]}`,
      `Their reason: ${{ ...timelineRefusals, ...results }[reason]}. Nothing was changed.`,
    ),
  programRefused: (notice) => ({
    ...care('This cannot be run on these boots'),
    problems: notice.problems,
  }),
  clamped: ({ problem }) => {
    const { reason, suggestion } = problems.setting(problem);
    return news(reason, suggestion);
  },
  stopNotConfirmed: ({ sides }, boots) =>
    danger(notConfirmed(sides, boots), byHand(sides, boots), 'This page keeps telling them to stop.'),
  notEmptying: (notice, boots) =>
    danger(
      notEmptying(n, notice, boots),
      byHand(notice.sides, boots),
      'Open the zip where it is tight. This page keeps telling them to stop.',
    ),
  airNotKnown: ({ places, sides }, boots) =>
    care(
      `Nobody can tell from here whether the air is out${places.length > 0 ? ` of the ${partsOf(n, places)}` : ''}`,
      `If it still feels tight: ${inSentence(byHand(sides, boots))}`,
    ),
  notBegun: () =>
    news(
      'The session did not begin',
      'This page could not reach the boots for a moment. They have played none of it.',
      WHEN_READY,
    ),
  calledOff: ({ by }) =>
    news(
      'Called off before it began',
      by === 'button'
        ? 'The button on the boots was pressed, which stops them at any time. They let out what air they hold.'
        : 'The button on the boots was pressed, or another page or phone stopped them. They let out what air they hold.',
      WHEN_READY,
    ),
  rebooted: () =>
    care(
      'The boots restarted',
      'They lost power or were reset. They are empty and do not continue by themselves. Check battery and plug.',
    ),
  fault: ({ fault, side, part }) => {
    const { what, means, todo } = faults[fault];
    return {
      urgency: 'danger',
      title: `${place(side, part)}: ${what}`,
      advice: [means, todo],
      answer: 'acknowledge',
    };
  },
  warning: ({ fault, side, part }) => {
    const { what, todo } = faults[fault];
    return care(`${place(side, part)}: ${what}`, todo);
  },
});
