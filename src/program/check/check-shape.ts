/** What each part of the leg gets at the program's own peak, and how the parts go together. */

import { limits, rules } from '../../../firmware-protocol/limits.ts';
import type { Problem } from '../problem.ts';
import { type LegShape, legParts, type Program } from '../program.ts';
import { LEAST_HELD, LEAST_OF_HIGHEST, LEAST_STEP, LEAST_TARGET, ranges } from '../ranges.ts';
import { figureProblem, isProblem } from './figures.ts';
import { HAIR, mmhgWords, type Squeezed, squeezedParts } from './squeezed.ts';
import { supportProblems } from './support.ts';

export const partProblems = (shape: LegShape): readonly Problem[] =>
  legParts
    .flatMap((part) => {
      const { fraction, holdFraction, trim, boost } = shape[part];
      return [
        figureProblem(`${part}, share of the peak`, fraction, ranges.fraction),
        figureProblem(`${part}, share held`, holdFraction, ranges.holdFraction),
        figureProblem(`${part}, trim`, trim, ranges.trim),
        figureProblem(`${part}, boost`, boost.pressure, ranges.boostPressure),
        figureProblem(`${part}, longer hold`, boost.hold, ranges.boostHold),
      ];
    })
    .filter(isProblem);

/** Too little, or more than a part or a session may have. */
function levelProblem({ part, peak }: Squeezed, program: Program): Problem | null {
  if (peak < LEAST_TARGET - HAIR) {
    return {
      place: part,
      reason: `It gets ${mmhgWords(peak)}; less than ${LEAST_TARGET} is not felt as a squeeze.`,
      suggestion: 'Raise its share of the peak, or switch it off.',
    };
  }
  const session = program.peak > rules.confirmAbove ? limits.target.hard : rules.confirmAbove;
  const most = part === 'knee' ? Math.min(session, limits.knee.byDefault) : session;
  if (peak <= most + HAIR) return null;
  return {
    place: part,
    reason: `It gets ${mmhgWords(peak)}${part === 'knee' ? ', and a nerve lies close under the skin there' : ''}.`,
    suggestion: `Bring it to ${most} mmHg or less.`,
  };
}

/** A part and the next one below it that is switched on. */
function neighbourProblems(below: Squeezed, above: Squeezed): readonly (Problem | null)[] {
  const apart = Math.abs(above.peak - below.peak);
  const knee = above.part === 'knee' && above.peak > below.peak + HAIR;
  return [
    knee
      ? {
          place: above.part,
          reason: `It gets ${mmhgWords(above.peak)}, more than the ${below.part} below it with ${mmhgWords(below.peak)}.`,
          suggestion: `Give it as much as the ${below.part}, or less.`,
        }
      : null,
    apart > HAIR && apart < LEAST_STEP - HAIR
      ? {
          place: above.part,
          reason: `It gets ${mmhgWords(above.peak)}, too close to the ${below.part} with ${mmhgWords(below.peak)} for boots to keep them apart.`,
          suggestion: `Give both the same, or at least ${LEAST_STEP} mmHg more or less.`,
        }
      : null,
  ];
}

function fallProblem(squeezed: readonly Squeezed[]): Problem | null {
  const strongest = Math.max(...squeezed.map(({ peak }) => peak));
  const least = LEAST_OF_HIGHEST * strongest;
  const weak = squeezed.filter(({ peak }) => peak < least - HAIR);
  const weakest = weak.find(({ peak }) => peak === Math.min(...weak.map((each) => each.peak)));
  return weakest
    ? {
        place: weakest.part,
        reason: `It gets ${mmhgWords(weakest.peak)}, less than ${LEAST_OF_HIGHEST * 100} % of the ${mmhgWords(strongest)} of the strongest part.`,
        suggestion: `Give it ${mmhgWords(Math.ceil(least * 10) / 10)} or more, or the strongest less.`,
      }
    : null;
}

function mouldProblem({ pattern }: Program, squeezed: readonly Squeezed[]): Problem | null {
  const weakest = Math.min(...squeezed.map(({ peak }) => peak));
  return pattern.mould < weakest - HAIR
    ? null
    : {
        place: 'mould',
        reason: `All parts are brought to ${mmhgWords(pattern.mould)} first, and the weakest gets no more than ${mmhgWords(weakest)}.`,
        suggestion: 'Lower the mould, or raise the weakest part.',
      };
}

/** What stays behind the wave must keep the air from being pushed back. */
function heldProblem({ part, shape, peak }: Squeezed, program: Program): Problem | null {
  const { trailingHolds, release } = program.pattern;
  if (trailingHolds === 0 && release === 'together') return null;
  const least = trailingHolds > 0 ? Math.max(LEAST_HELD, LEAST_TARGET / program.peak) : LEAST_HELD;
  const held = Math.min(peak, shape.holdFraction * program.peak);
  if (shape.holdFraction >= LEAST_HELD && held >= least * program.peak - HAIR) return null;
  return {
    place: `${part}, share held`,
    reason: `Behind the wave it is held at ${mmhgWords(held)}, too little to support what is squeezed above it.`,
    suggestion: `Choose ${Math.ceil(least * 100) / 100} to 1.`,
  };
}

/** Between the squeezes of a pulse nothing is let down below the least that is felt. */
function floorProblem({ pattern: { pulse } }: Program, squeezed: readonly Squeezed[]): Problem | null {
  const weakest = Math.min(...squeezed.map(({ peak }) => peak));
  if (pulse === null || pulse.count < 2 || weakest * pulse.floor >= LEAST_TARGET - HAIR) return null;
  return {
    place: 'pulse, floor',
    reason: `Between squeezes the weakest part is let down to ${mmhgWords(weakest * pulse.floor)}; less than ${LEAST_TARGET} is not felt.`,
    suggestion:
      weakest > LEAST_TARGET
        ? `Choose ${Math.ceil((LEAST_TARGET / weakest) * 100) / 100} to 1, or leave the pulse out.`
        : 'Leave the pulse out.',
  };
}

export function shapeProblems(program: Program): readonly Problem[] {
  const squeezed = squeezedParts(program.shape, program.peak);
  if (squeezed.length === 0) {
    return [
      {
        place: 'shape',
        reason: 'Every part of the leg is switched off.',
        suggestion: 'Switch on at least one.',
      },
    ];
  }
  return [
    ...squeezed.map((each) => levelProblem(each, program)),
    ...squeezed.slice(1).flatMap((each, index) => neighbourProblems(squeezed[index] ?? each, each)),
    fallProblem(squeezed),
    mouldProblem(program, squeezed),
    ...squeezed.map((each) => heldProblem(each, program)),
    floorProblem(program, squeezed),
    ...supportProblems(program, program.peak),
  ].filter(isProblem);
}
