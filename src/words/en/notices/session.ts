/** Notices about a session and about the boots that play it. */

import { type LimitName, rules } from '../../../../firmware-protocol/limits.ts';
import type { LimitBroken, NotNow } from '../../../session/view.ts';
import { care, danger, news } from '../../notices/notice-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import type { NoticeSentences } from '../../words.ts';
import { place } from '../body.ts';
import type { Problems } from '../problems/problems.ts';
import { capital, inSentence } from '../text.ts';
import { causeWords } from './causes.ts';
import { faults } from './faults.ts';
import { refusedNow, refusedWhat, refusedWhy } from './refused.ts';
import { byHand, emptyByHand, notConfirmed, notEmptying, partsOf, which } from './which.ts';

type Session =
  | 'failed'
  | 'silent'
  | 'standingStill'
  | 'limitBroken'
  | 'garbled'
  | 'refused'
  | 'programRefused'
  | 'clamped'
  | 'stopNotConfirmed'
  | 'stopNotSendable'
  | 'notEmptying'
  | 'airNotKnown'
  | 'grantLost'
  | 'notHeard'
  | 'notNow'
  | 'notBegun'
  | 'addAfterStop'
  | 'calledOff'
  | 'rebooted'
  | 'batteryLow'
  | 'recordsDeleted'
  | 'fault'
  | 'warning';

const brokenLimits: Partial<Readonly<Record<LimitName, string>>> = {
  target: 'more pressure than this session allows',
  independent: 'far too much pressure',
  overPressure: 'more pressure than asked for',
  emptying: 'not emptying',
  timeAbove30: 'squeezed too long without a rest',
  shareAbove30: 'squeezed for too much of the time',
  rise: 'filled too fast',
  session: 'longer than this session may last',
  reverseGradient: 'pressure was higher toward the hip than toward the foot',
};

function brokenWords(n: Numbers, notice: LimitBroken): string {
  if (notice.limit !== 'plan') return brokenLimits[notice.limit] ?? 'outside the limits';
  const measured = n.shown(notice.measured);
  return notice.asked > 0
    ? `${measured} instead of ${n.shown(notice.asked)}`
    : `${measured}, and should be empty`;
}

const notNowTitles: Readonly<Record<NotNow, string>> = {
  pause: 'Pause was not sent',
  acknowledge: 'This page could not tell the boots that you have read this',
  addOther: 'The other boot cannot be added just now',
  deleteRecords: 'The boots were not asked to delete their sessions',
};

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
  limitBroken: (notice, boots) => ({
    urgency: 'danger',
    title: `${place(notice.side, notice.part)}: ${brokenWords(n, notice)}`,
    advice: [
      notice.limit === 'plan'
        ? 'The boots do not play what they were sent, and this page told them to stop.'
        : 'The boots should have prevented it, and this page told them to stop.',
      `If it still feels tight: ${inSentence(byHand(notice.side && boots?.pair ? [notice.side] : [], boots))}`,
      'Do not use this boot again until it has been checked.',
    ],
    answer: 'dismiss',
  }),
  standingStill: ({ sides }, boots) => {
    const who = capital(which(sides, boots));
    const it = who === 'The boots' || sides.length > 1 ? 'them' : 'it';
    return care(
      `${who} froze in the middle of a wave, so this page told ${it} to stop`,
      `Switch ${it} off and on before the next session.`,
      `If it still feels tight: ${inSentence(byHand(sides, boots))}`,
    );
  },
  garbled: ({ cause }) =>
    care(
      'The boots answered with something that makes no sense',
      `This page refused it, and nothing changed. (${causeWords(cause)})`,
      'If it happens again, switch the boots off and on.',
    ),
  refused: ({ command, reason }) => care(refusedWhat[command], refusedWhy[reason], refusedNow(command)),
  programRefused: (notice) => ({
    ...care('This program cannot be run as it is'),
    problems: notice.problems,
  }),
  clamped: ({ problem }) => {
    const { reason, suggestion } = problems.setting(problem);
    return news(reason, suggestion);
  },
  stopNotConfirmed: ({ sides }, boots) =>
    danger(notConfirmed(sides, boots), byHand(sides, boots), 'Still trying to stop them…'),
  stopNotSendable: (_, boots) => ({
    urgency: 'danger',
    title: 'Stop cannot be sent from this page',
    advice: [
      byHand([], boots),
      'The browser has cut this page off from Bluetooth. Reload it and pair the boots again: there, Stop works.',
    ],
    answer: 'reload',
  }),
  notEmptying: (notice, boots) =>
    danger(notEmptying(n, notice, boots), ...emptyByHand(notice.sides, boots), 'Still trying to stop them…'),
  airNotKnown: ({ places, sides }, boots) =>
    care(
      `This page cannot tell whether the air is out${places.length > 0 ? ` of the ${partsOf(n, places)}` : ''}`,
      `If it still feels tight: ${inSentence(byHand(sides, boots))}`,
    ),
  grantLost: ({ sides }, boots) =>
    care(
      'The boots answered, but the answer was lost',
      `They gave this page control, but their answer did not arrive. They can give control again in about ${n.whole(rules.takeover, 's')}.`,
      `Wait that long, or press the button on ${which(sides, boots)}; then start again.`,
    ),
  notHeard: ({ what }) =>
    what === 'pause'
      ? care('Pause did not reach the boots', 'They keep running. Press Pause again.')
      : care('Resume did not reach the boots', 'They are still paused. Press Resume again.'),
  notNow: ({ what }, boots) =>
    care(
      notNowTitles[what],
      'This page is out of touch with the boots, and is looking for them.',
      what === 'pause' ? `To stop now: ${inSentence(byHand([], boots))}` : 'Press again once they are back.',
    ),
  addAfterStop: () => care('The other boot can be added once these boots have stopped', 'Press again then.'),
  notBegun: ({ full }) =>
    news(
      'The session did not begin',
      full
        ? `It was called off because this did not empty: ${partsOf(n, full)}. The boots have played none of it.`
        : 'This page could not reach the boots for a moment. They have played none of it.',
      WHEN_READY,
    ),
  calledOff: ({ by }) =>
    news(
      'Called off before it began',
      {
        button: 'Someone pressed the button on the boots, which stops them at any time.',
        pair: 'One boot could not begin with the other, or someone pressed a button on them, or another page or phone stopped them.',
        unknown: 'Someone pressed the button on the boots, or another page or phone stopped them.',
      }[by],
      WHEN_READY,
    ),
  rebooted: () =>
    care(
      'The boots restarted',
      'They lost power or were reset. They are empty and do not continue by themselves. Check the battery and the plug.',
    ),
  batteryLow: ({ level }, boots) => {
    const charge = boots?.battery === null || !boots ? '' : ` (${n.percent(boots.battery)})`;
    return level === 'low'
      ? care(`The battery is low${charge}`, 'Charge the boots, or plug them in, before a long session.')
      : care(
          `The battery is nearly empty${charge}`,
          'Plug the boots in now, or stop soon: without power they open their vents, and the session ends.',
        );
  },
  recordsDeleted: ({ outcome }) =>
    outcome === 'done'
      ? news(
          'The boots have deleted their sessions',
          'They remember none now. The journal on this device keeps its own.',
        )
      : outcome === 'notSent'
        ? care('The boots have not deleted their sessions', 'This page could not reach them. Try again.')
        : care(
            'This page cannot tell whether the boots have deleted their sessions',
            'Their answer was lost. Delete them again: that does no harm.',
          ),
  fault: ({ fault, side, part }, boots) => {
    const { what, means, todo } = faults[fault];
    const sides = side && boots?.shape.pumps === 'each' ? [side] : [];
    return {
      urgency: 'danger',
      title: `${place(side, part)}: ${what}`,
      // The page's own notice about a zone that does not empty gives the same advice.
      advice: fault === 'notEmptying' ? [means, ...emptyByHand(sides, boots)] : [means, todo],
      answer: 'acknowledge',
    };
  },
  warning: ({ fault, side, part }) => {
    const { what, todo } = faults[fault];
    return care(`${place(side, part)}: ${what}`, todo);
  },
});
