/** Texts about pressures along the leg that do not go together, and about boots that cannot play a program. */

import { rules } from '../../../../firmware-protocol/limits.ts';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { ZONES_MAX, ZONES_MIN } from '../../../../firmware-protocol/zones.ts';
import type { BootsProblem, ShapeProblem } from '../../../program/problem.ts';
import type { ProblemWords, WordsFor } from '../../notices/problem-words.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import { fields, partFigure, sectionName } from './places.ts';

export const shape = (n: Numbers): WordsFor<ShapeProblem, ProblemWords> => {
  const openMost = n.withUnit(mmhg(rules.squeezed));
  const orLess = `keep everything above it at ${openMost} or less`;
  return {
    nothingOn: () => ({
      place: 'shape',
      reason: 'Every part of the leg is switched off.',
      suggestion: 'Switch on at least one.',
    }),
    partTooLow: ({ part, peak, least }) => ({
      place: part,
      reason: `It gets ${n.withUnit(peak)}; less than ${n.exactPressure(least)} is not felt as a squeeze.`,
      suggestion: 'Raise its share of the peak, or switch it off.',
    }),
    partTooHigh: ({ part, peak, most }) => ({
      place: part,
      reason: `It gets ${n.withUnit(peak)}${part === 'knee' ? ', and a nerve lies close under the skin there' : ''}.`,
      suggestion: `Bring it to ${n.withUnit(most)} or less.`,
    }),
    kneeAboveDistal: ({ part, peak, distal, distalPeak }) => ({
      place: part,
      reason: `It gets ${n.withUnit(peak)}, more than the ${distal} below it with ${n.withUnit(distalPeak)}.`,
      suggestion: `Give it as much as the ${distal}, or less.`,
    }),
    partsTooClose: ({ part, peak, distal, distalPeak, step }) => ({
      place: part,
      reason: `It gets ${n.withUnit(peak)}, too close to the ${distal} with ${n.withUnit(distalPeak)} for boots to keep them apart.`,
      suggestion: `Give both the same, or at least ${n.withUnit(step)} more or less.`,
    }),
    partTooWeak: ({ part, peak, strongest, share, least }) => ({
      place: part,
      reason: `It gets ${n.withUnit(peak)}, less than ${n.figure(share)} % of the ${n.withUnit(strongest)} of the strongest part.`,
      suggestion: `Give it ${n.withUnit(least)} or more, or the strongest less.`,
    }),
    prefillTooHigh: ({ prefill, weakest }) => ({
      place: fields.prefill,
      reason: `All parts are brought to ${n.withUnit(prefill)} first, and the weakest gets no more than ${n.withUnit(weakest)}.`,
      suggestion: 'Lower the first filling, or raise the weakest part.',
    }),
    heldTooLow: ({ part, held, least }) => ({
      place: partFigure(part, 'holdFraction'),
      reason: `Behind the wave it is held at ${n.withUnit(held)}, too little to support what is squeezed above it.`,
      suggestion: `Choose ${n.figure(least)} to 1.`,
    }),
    floorTooLow: ({ floor, felt, least }) => ({
      place: fields.pulseFloor,
      reason: `Between squeezes the weakest part is let down to ${n.withUnit(floor)}; less than ${n.exactPressure(felt)} is not felt.`,
      suggestion:
        least === null ? 'Leave the pulse out.' : `Choose ${n.figure(least)} to 1, or leave the pulse out.`,
    }),
    partOffBelow: ({ part, above, peak }) => ({
      place: part,
      reason: `It is switched off, and the ${above} above it gets ${n.withUnit(peak)}.`,
      suggestion: `Switch it on, or ${orLess}.`,
    }),
    partRestsBelow: ({ section, part, above, peak }) => ({
      place: sectionName(section),
      reason: `The ${part} rests while the ${above} above it gets ${n.withUnit(peak)}.`,
      suggestion: `Add the ${part} to the section, or ${orLess}.`,
    }),
    nothingHeld: ({ peak }) => ({
      place: fields.trailingHolds,
      reason: `Nothing stays held behind a wave of ${n.withUnit(peak)}.`,
      suggestion: `Hold 1 step or more, release all together, or keep all at ${openMost} or less.`,
    }),
  };
};

export const boots = (n: Numbers): WordsFor<BootsProblem, ProblemWords> => ({
  bootsLayout: ({ parts }) => ({
    place: 'boots',
    reason: `Programs are not written for their zones (${n.list(parts) || 'none'}).`,
    suggestion: `Use boots with ${ZONES_MIN} to ${ZONES_MAX} zones a leg in one of the known layouts.`,
  }),
  bootsWithoutLegs: () => ({
    place: 'boots',
    reason: 'They do not say which legs they are for.',
    suggestion: 'Connect a left boot, a right boot, or a hub with both.',
  }),
  bootsPump: ({ flow, least }) => ({
    place: 'boots',
    reason: `A pump of ${n.measure(flow, 'L/min')} fills too slowly for any program.`,
    suggestion: `Use boots with a pump of at least ${n.measure(least, 'L/min')}.`,
  }),
  noZoneForIt: ({ parts }) => ({
    place: 'program',
    reason: `It squeezes parts of the leg that these boots (${n.list(parts)}) have no zone for.`,
    suggestion: 'Choose another program, or boots with more zones.',
  }),
  otherLegOnly: ({ leg, boot }) => ({
    place: 'legs',
    reason: `This program is for the ${leg} leg only, and this is the ${boot ?? 'other'} boot.`,
    suggestion: `Connect the ${leg} boot too, or choose another program.`,
  }),
  oneZoneAtATime: ({ parts }) => ({
    place: 'boots',
    reason: `They hold one zone of a leg at a time, and this program squeezes ${n.count(parts.length)} together: ${n.list(parts)}.`,
    suggestion: 'Choose a program that squeezes one part after the other.',
  }),
});
