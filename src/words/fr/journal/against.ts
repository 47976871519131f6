/** What speaks against a session that is about to start, and what would be better. */

import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { Objection } from '../../../plan/dose/allowance.ts';
import type { JournalWords } from '../../journal/journal-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';

export function spanWords(n: Numbers, minutes: number): string {
  const whole = Math.max(0, Math.round(minutes));
  const hours = Math.floor(whole / 60);
  if (hours === 0) return n.whole(whole, 'min');
  return whole % 60 === 0 ? n.whole(hours, 'h') : `${n.whole(hours, 'h')} ${n.whole(whole % 60, 'min')}`;
}

const CHOOSE_LESS = 'choisissez moins de minutes ou moins de pression, ou attendez.';

export const against =
  (n: Numbers): JournalWords['against'] =>
  (objection: Objection): string => {
    switch (objection.kind) {
      case 'tooSoonAfterEvent':
        return `Votre course ou entraînement a fini il y a ${spanWords(n, objection.minutes)}. Marchez d’abord ; les bottes valent mieux après ${spanWords(n, objection.least)}.`;
      case 'tooSoon': {
        const since =
          objection.minutes <= 0
            ? 'Votre dernière séance vient seulement de finir.'
            : `Votre dernière séance a fini il y a ${spanWords(n, objection.minutes)}.`;
        return `${since} Laissez au moins ${spanWords(n, objection.least)} entre deux ; ${spanWords(n, objection.advised)}, c’est mieux.`;
      }
      case 'tooMany':
        return `C’est la séance n° ${n.count(objection.sessions)} aujourd’hui. ${n.count(objection.most)} par jour suffisent.`;
      case 'marks':
        return objection.most === null
          ? 'La dernière séance a laissé des marques ou fait mal, avec peu de pression. Laissez les bottes de côté tant que vous ne savez pas pourquoi.'
          : `La dernière séance a laissé des marques ou fait mal. Réglez ${n.withUnit(mmhg(objection.most))} au plus cette fois, ou désactivez cette zone.`;
      case 'dose':
        return objection.refused
          ? `Une partie de votre jambe en serait à ${n.dose(objection.dose)} en 24 heures : plus que ce à quoi ces bottes démarrent. Donc ${CHOOSE_LESS}`
          : `Une partie de votre jambe en sera à ${n.dose(objection.dose)} en 24 heures. Le conseil est de ${n.dose(objection.most)} au plus : ${CHOOSE_LESS}`;
    }
  };
