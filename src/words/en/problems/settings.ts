/** Why a setting differs from what the person asked for. */

import { rules } from '../../../../firmware-protocol/limits.ts';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { Problem } from '../../../session/view.ts';
import type { ProblemWords, SettingSentences } from '../../notices/problem-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';

/** @param words makes sentences from a problem that prevented a change, or that ends the session early */
export const settingNotices = (n: Numbers, words: (problem: Problem) => ProblemWords): SettingSentences => {
  const confirmed = n.withUnit(mmhg(rules.confirmAbove));
  return {
    lowered: ({ asked, set }) => ({
      place: 'intensity',
      reason: `On these legs your boots fill too slowly for ${n.withUnit(asked)}.`,
      suggestion: `It is set to ${n.withUnit(set)}.`,
    }),
    notChanged: ({ why }) => ({
      ...(why === 'ending' ? { place: 'session', reason: 'The session is just ending.' } : words(why)),
      suggestion: 'The session goes on as it was.',
    }),
    endsEarly: ({ why }) =>
      why === 'air'
        ? {
            place: 'session',
            reason: 'The boots now fill too slowly on these legs, even at the lowest pressure.',
            suggestion: 'The session ends with this wave. Check hoses, bags and battery.',
          }
        : { ...words(why), suggestion: 'The session ends with this wave.' },
    confirmationWithdrawn: () => ({
      place: 'intensity',
      reason: `More than ${confirmed} is no longer confirmed.`,
      suggestion: `It is set to ${confirmed}.`,
    }),
    nothingLeftOn: () => ({
      place: 'zones',
      reason: 'No zone would be left to squeeze.',
      suggestion: 'To end the session, press Stop.',
    }),
    zonesForgotten: () => ({
      place: 'zones',
      reason: 'These boots have different zones.',
      suggestion: 'Your settings for single zones are gone; set them again for these.',
    }),
  };
};
