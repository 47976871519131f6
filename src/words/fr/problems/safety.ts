/** Texts about problems of keyframes, cycles and sessions, because of which the page does not send them. */

import { limits, rules } from '../../../../firmware-protocol/limits.ts';
import { type Mmhg, mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { SafetyProblem } from '../../../safety/problem.ts';
import type { ProblemWords, WordsFor } from '../../notices/problem-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { sides } from '../body.ts';
import { limitNames, limitValue } from '../notices/limits.ts';
import { fields, zoneName } from './places.ts';

const keyframeName = (keyframe: number): string => `image clé ${keyframe}`;
const cycleZone = ({ cycle, zone }: Extract<SafetyProblem, { readonly cycle: number }>): string =>
  `cycle ${cycle}, ${zoneName(zone)}`;

type Limit = Extract<SafetyProblem, { readonly kind: 'breach' }>['limit'];

const breaches: Partial<Readonly<Record<Limit, string>>> = {
  timeAbove30: 'serait comprimée trop longtemps sans relâchement complet',
  shareAbove30: 'serait comprimée une trop grande part du temps',
  rise: 'serait remplie trop vite',
  reverseGradient: 'resterait trop longtemps plus haute que les zones vers le pied',
  overPressure: 'resterait au-dessus de ce qui lui est demandé',
};

const CHOOSE_LESS = 'Choisissez moins de pression, ou des bottes qui se remplissent plus vite.';

export const safety = (n: Numbers): WordsFor<SafetyProblem, ProblemWords> => {
  const exact = (pressure: Mmhg): string => n.exactPressure(pressure);
  return {
    zonesMissing: ({ keyframe, named, zones }) => ({
      place: keyframeName(keyframe),
      reason: `Elle nomme ${n.count(named)} zones sur ${n.count(zones)}.`,
      suggestion: 'Nommez chaque zone : une image clé n’est jamais un changement.',
    }),
    severalZonesAtOnce: ({ keyframe, side }) => ({
      place: `${keyframeName(keyframe)}, jambe ${sides[side]}`,
      reason: 'Elle demande de la pression à plusieurs zones ; ces bottes n’en tiennent qu’une à la fois.',
      suggestion: 'Ouvrez toutes les zones de chaque jambe sauf une.',
    }),
    sharedValve: ({ keyframe, zone }) => ({
      place: `${keyframeName(keyframe)}, ${zoneName(zone)}`,
      reason: 'Elle partage une vanne avec la zone au-dessous, et on lui demande autre chose.',
      suggestion: 'Demandez la même chose aux deux zones.',
    }),
    targetOutside: ({ keyframe, zone, target, most }) => ({
      place: `${keyframeName(keyframe)}, ${zoneName(zone)}`,
      reason: `${n.withUnit(target)} n’est pas entre 0 et ${exact(most)}.`,
      suggestion: 'Baissez-la.',
    }),
    rampTooFast: ({ keyframe, ramp, most }) => ({
      place: keyframeName(keyframe),
      reason:
        ramp === 0
          ? `Elle remplit aussi vite que les bottes le peuvent ; ${n.rate(most)} est le maximum.`
          : `Sa rampe est de ${n.rate(ramp)} ; ${n.exactPressure(mmhg(most))} est le maximum.`,
      suggestion: 'Choisissez une rampe plus lente.',
    }),
    gateTooLong: ({ keyframe, gate, longest }) => ({
      place: keyframeName(keyframe),
      reason: `Sa porte peut attendre ${n.measure(gate, 's')} ; ${n.measure(longest, 's')} est ici le maximum.`,
      suggestion: 'Raccourcissez la porte.',
    }),
    gateUnreached: ({ keyframe, gate }) => ({
      place: keyframeName(keyframe),
      reason: `Sa pression ne serait pas atteinte en ${n.measure(gate, 's')}.`,
      suggestion: CHOOSE_LESS,
    }),
    outOfOrder: ({ keyframe, at, before }) => ({
      place: keyframeName(keyframe),
      reason: `Son temps de ${n.figure(at)} ms vient avant ${n.figure(before)} ms.`,
      suggestion: 'Mettez les images clés dans l’ordre de leurs temps.',
    }),
    endNotVented: ({ keyframe }) => ({
      place: keyframeName(keyframe),
      reason: 'Elle termine la séance sans ouvrir chaque zone.',
      suggestion: 'Ouvrez chaque zone à la fin.',
    }),
    afterTheEnd: ({ keyframe }) => ({
      place: keyframeName(keyframe),
      reason: 'Des images clés suivent la fin de la séance.',
      suggestion: 'Finissez avec la dernière image clé.',
    }),
    endMissing: () => ({
      place: 'fin',
      reason: 'La dernière image clé ne termine pas la séance.',
      suggestion: 'Finissez par une image clé marquée comme fin, qui ouvre chaque zone.',
    }),
    peakTooLow: (problem) => ({
      place: cycleZone(problem),
      reason: `Son pic de ${n.withUnit(problem.peak)} est sous ${exact(problem.least)}.`,
      suggestion: 'Comprimez-la davantage, ou éteignez-la.',
    }),
    peakTooWeak: (problem) => ({
      place: cycleZone(problem),
      reason: `Son pic de ${n.withUnit(problem.peak)} fait moins de ${n.figure(problem.share)} % du plus haut de la jambe, ${exact(problem.highest)}.`,
      suggestion: 'Faites moins baisser la pression le long de la jambe.',
    }),
    peaksTooClose: (problem) => ({
      place: cycleZone(problem),
      reason: `Son pic est à ${n.withUnit(problem.apart)} de celui de sa voisine.`,
      suggestion: `Rendez-les égaux, ou séparez-les d’au moins ${n.withUnit(problem.step)}.`,
    }),
    kneePeak: (problem) => ({
      place: cycleZone(problem),
      reason: `${n.withUnit(problem.peak)} au genou, c’est plus que les ${n.withUnit(problem.distal)} de la zone au-dessous.`,
      suggestion: 'Ne comprimez pas le genou plus que la zone au-dessous.',
    }),
    shareOfCycle: (problem) => ({
      place: cycleZone(problem),
      reason: `Elle serait au-dessus de ${n.withUnit(mmhg(rules.squeezed))} pendant ${n.count(problem.share)} % du cycle ; ${limits.shareAbove30.byDefault} % au plus.`,
      suggestion: 'Reposez-vous plus longtemps entre les cycles.',
    }),
    breach: ({ limit, zone, value, at }) => ({
      place: zoneName(zone),
      reason: `Elle ${breaches[limit] ?? `dépasserait une limite (${limitNames(n)[limit]})`}, ${n.whole(at, 's')} après le début (${limitValue(n, limit, value)} ; ${limitValue(n, limit, limits[limit].byDefault)} au plus).`,
      suggestion:
        limit === 'reverseGradient'
          ? `Choisissez moins de pression (${n.withUnit(mmhg(rules.squeezed))} ou moins va toujours), laissez allumées les zones vers le pied, ou prenez des bottes qui se remplissent plus vite.`
          : CHOOSE_LESS,
    }),
    sessionTooLong: ({ wall, longest }) => ({
      place: 'séance',
      reason: `Elle durerait ${n.whole(wall, 's')} ; ${n.whole(longest, 's')} au plus.`,
      suggestion: 'Choisissez moins de minutes.',
    }),
    noRoomForAir: () => ({
      place: fields.onsetDelay,
      reason:
        'Des pas qui commencent à des moments fixes pourraient laisser une partie de la jambe comprimée trop longtemps.',
      suggestion:
        'Choisissez moins de pression, un délai plus court entre les débuts, ou des bottes qui se remplissent plus vite.',
    }),
  };
};
