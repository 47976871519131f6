/** Checks the id, name and figures of a pattern, and whether the figures fit together. check-sections.ts checks its sections. */

import { type Field, type FigureProblem, isProblem, type PatternProblem } from '../problem.ts';
import type { Pattern, Pulse } from '../program.ts';
import { isWithin, ranges, texts } from '../ranges.ts';
import { fieldProblem, textProblem } from './figures.ts';

const ID_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_ID = 40;

const idProblem = (id: string): PatternProblem | null =>
  ID_PATTERN.test(id) && id.length <= LONGEST_ID ? null : { kind: 'patternId', most: LONGEST_ID };

const pulseProblems = (pulse: Pulse): readonly (FigureProblem | null)[] => [
  fieldProblem('pulseOn', pulse.on, ranges.pulseOn),
  fieldProblem('pulseOff', pulse.off, ranges.pulseOff),
  fieldProblem('pulseCount', pulse.count, ranges.pulseCount),
  fieldProblem('pulseFloor', pulse.floor, ranges.pulseFloor),
];

function breathProblems({ breathing, onsetDelay, pulse }: Pattern): readonly (PatternProblem | null)[] {
  if (!breathing) return [];
  const range = ranges.breath;
  return [
    onsetDelay === null || onsetDelay === 0 ? { kind: 'breathWithoutDelay', range } : null,
    onsetDelay !== null && onsetDelay > 0 && !isWithin(onsetDelay, range)
      ? { kind: 'breathPace', delay: onsetDelay, range }
      : null,
    pulse === null ? null : { kind: 'breathPulses' },
  ];
}

function releaseProblem({ release, onsetDelay, steps }: Pattern): PatternProblem | null {
  if (release !== 'trailing') return null;
  if (onsetDelay === 0) return { kind: 'releaseTogether' };
  return steps < 2 ? { kind: 'releaseOneStep' } : null;
}

function trailingProblem({ trailingHolds, steps, release }: Pattern): PatternProblem | null {
  const most = release === 'trailing' ? Math.max(0, steps - 2) : steps - 1;
  return trailingHolds <= most ? null : { kind: 'heldTooMany', steps, held: trailingHolds, most, release };
}

export function patternProblems(pattern: Pattern): readonly (FigureProblem | PatternProblem)[] {
  const figures = [
    fieldProblem('prefill', pattern.prefill, ranges.prefill),
    pattern.onsetDelay === null ? null : fieldProblem('onsetDelay', pattern.onsetDelay, ranges.onsetDelay),
    fieldProblem('steps', pattern.steps, ranges.steps),
    fieldProblem('ramp', pattern.ramp, ranges.ramp),
    fieldProblem('hold', pattern.hold, ranges.hold),
    ...(pattern.pulse === null ? [] : pulseProblems(pattern.pulse)),
    fieldProblem('trailingHolds', pattern.trailingHolds, ranges.trailingHolds),
    fieldProblem('rest', pattern.rest, ranges.rest),
    fieldProblem('warmUpCycles', pattern.warmUpCycles, ranges.warmUpCycles),
  ].filter(isProblem);
  const isSound = (field: Field): boolean =>
    !figures.some(
      (problem) => problem.kind === 'figure' && problem.place.at === 'field' && problem.place.field === field,
    );
  return [
    idProblem(pattern.id),
    textProblem('patternName', pattern.name, texts.pattern),
    ...figures,
    ...(isSound('onsetDelay') ? breathProblems(pattern) : []),
    releaseProblem(pattern),
    isSound('steps') && isSound('trailingHolds') ? trailingProblem(pattern) : null,
  ].filter(isProblem);
}
