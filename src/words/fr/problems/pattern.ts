/** Texts about problems of a pattern, its sections, and the settings saved with a program. */

import { rules } from '../../../../firmware-protocol/limits.ts';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { PatternProblem } from '../../../program/problem.ts';
import type { Range } from '../../../program/ranges.ts';
import type { ProblemWords, WordsFor } from '../../notices/problem-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { minutesWords, rangeWords } from './figures.ts';
import { fields, partList, partName, sectionName } from './places.ts';

const breath = (n: Numbers, range: Range): string =>
  `Choisissez un délai de ${rangeWords(n, range)}, ou désactivez la respiration.`;
const someOf = (n: Numbers, parts: readonly string[]): string => `Nommez-en parmi : ${partList(n, parts)}.`;

export const pattern = (n: Numbers): WordsFor<PatternProblem, ProblemWords> => ({
  tooLongForPressure: ({ field, least, most }) => ({
    place: fields[field],
    reason: `Au-dessus de ${n.withUnit(mmhg(rules.confirmAbove))}, une séance dure au plus ${minutesWords(n, most)}.`,
    suggestion: `Choisissez ${n.figure(least)} à ${minutesWords(n, most)}, ou un pic plus bas.`,
  }),
  patternId: ({ most }) => ({
    place: 'motif, id',
    reason: 'Ce n’est pas un nom court.',
    suggestion: `Utilisez des minuscules, des chiffres et des traits d’union, au plus ${n.count(most)} : "slow-wave".`,
  }),
  breathWithoutDelay: ({ range }) => ({
    place: 'respiration',
    reason: 'Un pas est une respiration, et aucun délai entre les débuts des pas ne dit combien elle dure.',
    suggestion: breath(n, range),
  }),
  breathPace: ({ delay, range }) => ({
    place: 'respiration',
    reason: `Une respiration de ${n.measure(delay, 's')}, c’est ${n.figure(Math.round(600 / delay) / 10)} par minute ; on en suit de 4 à 12.`,
    suggestion: breath(n, range),
  }),
  breathPulses: () => ({
    place: 'respiration',
    reason: 'Un pas qui est une respiration ne peut pas aussi pulser.',
    suggestion: 'Supprimez la pulsation, ou désactivez la respiration.',
  }),
  releaseTogether: () => ({
    place: 'relâchement',
    reason: 'Des parties toutes comprimées ensemble ne peuvent pas se relâcher l’une après l’autre.',
    suggestion: 'Relâchez-les ensemble, ou mettez un délai entre les débuts.',
  }),
  releaseOneStep: () => ({
    place: 'relâchement',
    reason: 'Une vague d’un seul pas n’a rien derrière elle qui puisse se relâcher.',
    suggestion: 'Choisissez au moins 2 pas, ou relâchez tout ensemble.',
  }),
  heldTooMany: ({ steps, held, most, release }) => ({
    place: fields.trailingHolds,
    reason: `Sur ${n.count(steps)} pas, ${n.figure(held)} ne peuvent pas rester maintenus derrière la vague : ${
      release === 'trailing'
        ? 'au moins un de plus se relâche derrière eux'
        : 'il n’y a que ceux qui suivent le premier'
    }.`,
    suggestion: most === 0 ? 'Choisissez 0.' : `Choisissez 0 à ${n.count(most)}.`,
  }),
  sectionsTooMany: ({ sections, most }) => ({
    place: 'sections',
    reason: `Il y en a ${n.count(sections)}.`,
    suggestion: `Choisissez un nombre entier de 0 à ${n.count(most)}.`,
  }),
  sectionEmpty: ({ section, parts }) => ({
    place: sectionName(section),
    reason: 'Elle n’a aucune partie de la jambe.',
    suggestion: someOf(n, parts),
  }),
  sectionUnknownPart: ({ section, parts }) => ({
    place: sectionName(section),
    reason: 'Elle nomme une partie que les jambes n’ont pas.',
    suggestion: someOf(n, parts),
  }),
  sectionRepeats: ({ section, part }) => ({
    place: sectionName(section),
    reason: `Elle contient deux fois : ${partName(part)}.`,
    suggestion: 'Nommez cette partie une fois.',
  }),
  sectionOff: ({ section }) => ({
    place: sectionName(section),
    reason: 'Elle est entièrement éteinte : son tour ne comprimerait rien.',
    suggestion: 'Allumez-en une partie, ou supprimez la section.',
  }),
  inNoSection: ({ part }) => ({
    place: partName(part),
    reason: 'Cette partie est allumée mais dans aucune section : son tour ne vient jamais.',
    suggestion: 'Ajoutez-la à une section, ou éteignez-la.',
  }),
  setLayout: ({ parts, layout }) => ({
    place: 'réglage, zones',
    reason: `Aucune botte n’a ces zones : ${partList(n, parts) || 'aucune'}.`,
    suggestion: `Nommez celles d’une jambe à partir du pied${layout ? ` : ${partList(n, layout)}` : ''}.`,
  }),
  setTooManyZones: ({ zones }) => ({
    place: 'réglage, zones',
    reason: `Il y a plus de réglages pour une jambe que ses ${n.count(zones)} zones.`,
    suggestion: 'Supprimez ceux au-dessus de la zone la plus haute.',
  }),
});
