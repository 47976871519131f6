/** Texts about pressures along the leg that do not go together, and about boots that cannot play a program. */

import { rules } from '../../../../firmware-protocol/limits.ts';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { ZONES_MAX, ZONES_MIN } from '../../../../firmware-protocol/zones.ts';
import type { BootsProblem, ShapeProblem } from '../../../program/problem.ts';
import type { ProblemWords, WordsFor } from '../../notices/problem-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { sides } from '../body.ts';
import { fields, partFigure, partList, partName, sectionName } from './places.ts';

export const shape = (n: Numbers): WordsFor<ShapeProblem, ProblemWords> => {
  const openMost = n.withUnit(mmhg(rules.squeezed));
  const orLess = `gardez tout ce qui est au-dessus à ${openMost} ou moins`;
  return {
    nothingOn: () => ({
      place: 'forme',
      reason: 'Toutes les parties de la jambe sont éteintes.',
      suggestion: 'Allumez-en au moins une.',
    }),
    partTooLow: ({ part, peak, least }) => ({
      place: partName(part),
      reason: `Cette partie reçoit ${n.withUnit(peak)} ; sous ${n.exactPressure(least)}, on ne sent pas de compression.`,
      suggestion: 'Augmentez sa part du pic, ou éteignez-la.',
    }),
    partTooHigh: ({ part, peak, most }) => ({
      place: partName(part),
      reason: `Cette partie reçoit ${n.withUnit(peak)}${part === 'knee' ? ', et un nerf passe là tout près de la peau' : ''}.`,
      suggestion: `Ramenez-la à ${n.withUnit(most)} ou moins.`,
    }),
    kneeAboveDistal: ({ part, peak, distal, distalPeak }) => ({
      place: partName(part),
      reason: `Cette partie reçoit ${n.withUnit(peak)}, plus que celle du dessous (${partName(distal)}) avec ${n.withUnit(distalPeak)}.`,
      suggestion: 'Donnez-lui autant, ou moins.',
    }),
    partsTooClose: ({ part, peak, distal, distalPeak, step }) => ({
      place: partName(part),
      reason: `Cette partie reçoit ${n.withUnit(peak)}, trop près de celle du dessous (${partName(distal)}) avec ${n.withUnit(distalPeak)} pour que les bottes les distinguent.`,
      suggestion: `Donnez autant aux deux, ou au moins ${n.withUnit(step)} de plus ou de moins.`,
    }),
    partTooWeak: ({ part, peak, strongest, share, least }) => ({
      place: partName(part),
      reason: `Cette partie reçoit ${n.withUnit(peak)}, moins de ${n.figure(share)} % des ${n.withUnit(strongest)} de la plus forte.`,
      suggestion: `Donnez-lui ${n.withUnit(least)} ou plus, ou moins à la plus forte.`,
    }),
    prefillTooHigh: ({ prefill, weakest }) => ({
      place: fields.prefill,
      reason: `Toutes les parties sont d’abord amenées à ${n.withUnit(prefill)}, et la plus faible ne reçoit que ${n.withUnit(weakest)}.`,
      suggestion: 'Baissez le premier remplissage, ou augmentez la partie la plus faible.',
    }),
    heldTooLow: ({ part, held, least }) => ({
      place: partFigure(part, 'holdFraction'),
      reason: `Derrière la vague, elle est maintenue à ${n.withUnit(held)} : trop peu pour soutenir ce qui est comprimé au-dessus.`,
      suggestion: `Choisissez ${n.figure(least)} à 1.`,
    }),
    floorTooLow: ({ floor, felt, least }) => ({
      place: fields.pulseFloor,
      reason: `Entre les compressions, la partie la plus faible descend à ${n.withUnit(floor)} ; sous ${n.exactPressure(felt)}, on ne sent rien.`,
      suggestion:
        least === null
          ? 'Supprimez la pulsation.'
          : `Choisissez ${n.figure(least)} à 1, ou supprimez la pulsation.`,
    }),
    partOffBelow: ({ part, above, peak }) => ({
      place: partName(part),
      reason: `Cette partie est éteinte, et celle du dessus (${partName(above)}) reçoit ${n.withUnit(peak)}.`,
      suggestion: `Allumez-la, ou ${orLess}.`,
    }),
    partRestsBelow: ({ section, part, above, peak }) => ({
      place: sectionName(section),
      reason: `Une partie (${partName(part)}) se repose pendant que celle du dessus (${partName(above)}) reçoit ${n.withUnit(peak)}.`,
      suggestion: `Ajoutez-la à la section, ou ${orLess}.`,
    }),
    nothingHeld: ({ peak }) => ({
      place: fields.trailingHolds,
      reason: `Rien ne reste maintenu derrière une vague de ${n.withUnit(peak)}.`,
      suggestion: `Maintenez au moins 1 pas, relâchez tout ensemble, ou gardez tout à ${openMost} ou moins.`,
    }),
  };
};

export const boots = (n: Numbers): WordsFor<BootsProblem, ProblemWords> => ({
  bootsLayout: ({ parts }) => ({
    place: 'bottes',
    reason: `Aucun programme n’est écrit pour leurs zones (${partList(n, parts) || 'aucune'}).`,
    suggestion: `Prenez des bottes de ${ZONES_MIN} à ${ZONES_MAX} zones par jambe, dans une disposition connue.`,
  }),
  bootsWithoutLegs: () => ({
    place: 'bottes',
    reason: 'Elles ne disent pas pour quelles jambes elles sont.',
    suggestion: 'Connectez une botte gauche, une botte droite, ou un boîtier pour les deux.',
  }),
  bootsPump: ({ flow, least }) => ({
    place: 'bottes',
    reason: `Une pompe de ${n.measure(flow, 'L/min')} remplit trop lentement pour tout programme.`,
    suggestion: `Prenez des bottes dont la pompe donne au moins ${n.measure(least, 'L/min')}.`,
  }),
  noZoneForIt: ({ parts }) => ({
    place: 'programme',
    reason: `Il comprime des parties de la jambe pour lesquelles ces bottes (${partList(n, parts)}) n’ont pas de zone.`,
    suggestion: 'Choisissez un autre programme, ou des bottes avec plus de zones.',
  }),
  otherLegOnly: ({ leg, boot }) => ({
    place: 'jambes',
    reason: `Ce programme est pour la jambe ${sides[leg]} seulement, et ceci est ${boot === null ? 'l’autre botte' : `la botte ${sides[boot]}`}.`,
    suggestion: `Connectez aussi la botte ${sides[leg]}, ou choisissez un autre programme.`,
  }),
  oneZoneAtATime: ({ parts }) => ({
    place: 'bottes',
    reason: `Elles tiennent une zone d’une jambe à la fois, et ce programme en comprime ${n.count(parts.length)} ensemble : ${partList(n, parts)}.`,
    suggestion: 'Choisissez un programme qui comprime une partie après l’autre.',
  }),
});
