/** Why a setting differs from what the person asked for. */

import { rules } from '../../../../firmware-protocol/limits.ts';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { Problem } from '../../../session/view.ts';
import type { ProblemWords, SettingSentences } from '../../notices/problem-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';

const LAST_WAVE = 'La séance se termine avec cette vague.';

/** @param words makes sentences from a problem that prevented a change, or that ends the session early */
export const settingNotices = (n: Numbers, words: (problem: Problem) => ProblemWords): SettingSentences => {
  const confirmed = n.withUnit(mmhg(rules.confirmAbove));
  return {
    lowered: ({ asked, set }) => ({
      place: 'intensité',
      reason: `Sur ces jambes, vos bottes se remplissent trop lentement pour ${n.withUnit(asked)}.`,
      suggestion: `C’est réglé sur ${n.withUnit(set)}.`,
    }),
    notChanged: ({ why }) => ({
      ...(why === 'ending' ? { place: 'séance', reason: 'La séance est en train de finir.' } : words(why)),
      suggestion: 'La séance continue comme avant.',
    }),
    endsEarly: ({ why }) =>
      why === 'air'
        ? {
            place: 'séance',
            reason:
              'Sur ces jambes, les bottes se remplissent maintenant trop lentement, même à la plus basse pression.',
            suggestion: `${LAST_WAVE} Vérifiez tuyaux, poches et batterie.`,
          }
        : { ...words(why), suggestion: LAST_WAVE },
    confirmationWithdrawn: () => ({
      place: 'intensité',
      reason: `Plus de ${confirmed} n’est plus confirmé.`,
      suggestion: `C’est réglé sur ${confirmed}.`,
    }),
    nothingLeftOn: () => ({
      place: 'zones',
      reason: 'Il ne resterait aucune zone à comprimer.',
      suggestion: 'Pour finir la séance, appuyez sur « Arrêter ».',
    }),
    zonesForgotten: () => ({
      place: 'zones',
      reason: 'Ces bottes ont d’autres zones.',
      suggestion: 'Vos réglages de zones ont disparu ; refaites-les pour celles-ci.',
    }),
  };
};
