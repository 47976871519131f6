/** One session in the journal, in French. */

import { rules } from '../../../../firmware-protocol/limits.ts';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { JournalPageWords } from '../../journal/journal-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { partOn, place } from '../body.ts';
import { faults } from '../notices/faults.ts';
import { capital } from '../text.ts';

export const session = (n: Numbers): JournalPageWords['session'] => ({
  trace: 'Courbe',
  noTrace: 'Aucune courbe n’en est gardée.',
  loading: 'Un instant…',
  zones: 'Ce que chaque zone a reçu',
  zone: 'Zone',
  peak: `Pic, ${n.pressureUnit}`,
  mean: `Moyenne, ${n.pressureUnit}`,
  above30: `Au-dessus de ${n.withUnit(mmhg(rules.squeezed))}`,
  dose: `Dose, ${n.doseUnit}`,
  changes: 'Ce qui a été changé',
  alarms: 'Défauts et avertissements',
  measured: 'mesurée',
  asked: 'réglée',
  whole: 'Toute la séance',
  zoomHint: 'Glissez sur la courbe pour voir de plus près.',
  closer: 'De plus près',
  wider: 'De plus loin',
  before: 'Avant',
  behind: 'Après',
  unit: n.pressureUnit,
  change: (change) => {
    const at = `${n.clockTime(change.after)} – `;
    switch (change.kind) {
      case 'intensity':
        return `${at}${n.withUnit(change.to)}`;
      case 'minutes':
        return `${at}${n.whole(change.to, 'min')}`;
      case 'zones':
        return `${at}${change.to === null ? 'zones du programme' : 'zones réglées une à une'}`;
      case 'paused':
        return `${at}en pause`;
      case 'resumed':
        return `${at}reprise`;
    }
  },
  alarm: ({ after, kind, fault, side, part }) =>
    `${n.clockTime(after)} – ${kind === 'fault' ? 'Défaut' : 'Avertissement'} : ${place(side, part)} : ${faults[fault].what}`,
  zoneName: (side, part) => capital(partOn(part, side)),
  traceAloud: (zones) =>
    `Pression de ${n.count(zones)} zones pendant la séance ; le tableau au-dessous a les chiffres.`,
});
