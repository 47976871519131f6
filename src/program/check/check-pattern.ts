/** What a pattern may be, whatever leg it is on. */

import type { Problem } from '../problem.ts';
import type { Pattern, Pulse } from '../program.ts';
import { type Range, ranges, rangeWords, texts } from '../ranges.ts';
import { figureProblem, isProblem, said, textProblem } from './figures.ts';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_ID = 40;

const idProblem = (id: string): Problem | null =>
  ID.test(id) && id.length <= LONGEST_ID
    ? null
    : {
        place: 'pattern, id',
        reason: 'It is no short name.',
        suggestion: `Use small letters, digits and hyphens, ${LONGEST_ID} at most: "slow-wave".`,
      };

const pulseProblems = (pulse: Pulse): readonly (Problem | null)[] => [
  figureProblem('pulse, time on', pulse.on, ranges.pulseOn),
  figureProblem('pulse, time off', pulse.off, ranges.pulseOff),
  figureProblem('pulse, count', pulse.count, ranges.pulseCount),
  figureProblem('pulse, floor', pulse.floor, ranges.pulseFloor),
];

function breathProblems({ breathing, onsetDelay, pulse }: Pattern): readonly (Problem | null)[] {
  if (!breathing) return [];
  const suggestion = `Choose a delay of ${rangeWords(ranges.breath)}, or switch breathing off.`;
  const { least, most } = ranges.breath;
  return [
    onsetDelay === null || onsetDelay === 0
      ? {
          place: 'breathing',
          reason:
            'A step is a breath, and there is no delay between the onsets of steps to say how long it is.',
          suggestion,
        }
      : null,
    onsetDelay !== null && onsetDelay > 0 && (onsetDelay < least || onsetDelay > most)
      ? {
          place: 'breathing',
          reason: `A breath of ${said(onsetDelay)} s is ${said(Math.round(600 / onsetDelay) / 10)} a minute; people breathe along with 4 to 12.`,
          suggestion,
        }
      : null,
    pulse === null
      ? null
      : {
          place: 'breathing',
          reason: 'A step that is a breath cannot pulse as well.',
          suggestion: 'Leave the pulse out, or switch breathing off.',
        },
  ];
}

function releaseProblem({ release, onsetDelay, steps }: Pattern): Problem | null {
  if (release !== 'trailing') return null;
  if (onsetDelay === 0) {
    return {
      place: 'release',
      reason: 'Parts that are squeezed all together cannot let go one after the other.',
      suggestion: 'Let them go together, or set a delay between onsets.',
    };
  }
  return steps < 2
    ? {
        place: 'release',
        reason: 'A wave of one step has nothing behind it that could let go.',
        suggestion: 'Choose 2 steps or more, or let go together.',
      }
    : null;
}

function trailingProblem({ trailingHolds, steps, release }: Pattern): Problem | null {
  const most = release === 'trailing' ? Math.max(0, steps - 2) : steps - 1;
  if (trailingHolds <= most) return null;
  const why =
    release === 'trailing'
      ? 'at least one more lets go behind them'
      : 'those behind the first are all there are';
  return {
    place: 'trailing holds',
    reason: `Of ${steps} ${steps === 1 ? 'step' : 'steps'} ${trailingHolds} cannot stay held behind the wave: ${why}.`,
    suggestion: most === 0 ? 'Choose 0.' : `Choose 0 to ${most}.`,
  };
}

/** Problems of the figures that are in their ranges, and of how they go together. */
export function patternProblems(pattern: Pattern): readonly Problem[] {
  const figure = (place: string, value: number, range: Range) => figureProblem(place, value, range);
  const figures = [
    figure('mould', pattern.mould, ranges.mould),
    pattern.onsetDelay === null
      ? null
      : figure('delay between onsets', pattern.onsetDelay, ranges.onsetDelay),
    figure('steps', pattern.steps, ranges.steps),
    figure('ramp', pattern.ramp, ranges.ramp),
    figure('hold', pattern.hold, ranges.hold),
    ...(pattern.pulse === null ? [] : pulseProblems(pattern.pulse)),
    figure('trailing holds', pattern.trailingHolds, ranges.trailingHolds),
    figure('rest', pattern.rest, ranges.rest),
    figure('warm-up cycles', pattern.warmUpCycles, ranges.warmUpCycles),
  ].filter(isProblem);
  const judged = (place: string): boolean => !figures.some((problem) => problem.place === place);
  return [
    idProblem(pattern.id),
    textProblem('pattern, name', pattern.name, texts.pattern),
    ...figures,
    ...(judged('delay between onsets') ? breathProblems(pattern) : []),
    releaseProblem(pattern),
    judged('steps') && judged('trailing holds') ? trailingProblem(pattern) : null,
  ].filter(isProblem);
}
