/**
 * The cases of `npm run sweep`: each preset with three numbers of zones, on a hub and a pair, on small and large
 * legs. And a sample of these cases.
 */

import type { BootsShapeName, LegSize } from '../../../src/cli/boots-on-legs.ts';
import { runSession } from '../../../src/cli/simulate/run-session.ts';
import { programs } from '../../../src/program/presets.ts';
import type { Program } from '../../../src/program/program.ts';
import { brokenRules, missedPeaks, unquiet, wrongLength } from './verdict.ts';

export interface MatrixCase {
  readonly program: Program;
  readonly zones: number;
  readonly kind: BootsShapeName;
  readonly legs: LegSize;
  readonly seed: number;
}

const layouts = [3, 5, 8];
const kinds: readonly BootsShapeName[] = ['hub', 'pair'];
const sizes: readonly LegSize[] = ['small', 'large'];

const wearers = layouts.flatMap((zones) =>
  kinds.flatMap((kind) => sizes.map((legs) => ({ zones, kind, legs }))),
);

export const matrix: readonly MatrixCase[] = programs.flatMap((program, row) =>
  wearers.map((wearer, column) => ({ program, ...wearer, seed: row * wearers.length + column + 1 })),
);

/** A twelfth of the matrix: each program once, and each of the twelve wearers once. */
export const sample: readonly MatrixCase[] = matrix.filter((_, index) => {
  const row = Math.floor(index / wearers.length);
  // 7 and 12 share no factor, so the twelve programs get twelve different wearers.
  return index % wearers.length === (7 * row) % wearers.length;
});

export const nameOf = ({ program, zones, kind, legs }: MatrixCase): string =>
  `${program.name}, ${zones} zones, ${kind}, ${legs} legs`;

/** Plays a case. @returns a message for each thing that is wrong */
export async function tryCase(tried: MatrixCase, minutes: number): Promise<readonly string[]> {
  const { program } = tried;
  const options = { ...tried, minutes: Math.min(minutes, mostMinutes(program)), intensity: program.peak };
  const result = await runSession(options);
  if (result.ended === null) return unquiet(options, result);
  const asked = Math.max(...result.trace.channels.map(({ target }) => Math.max(...target)));
  return [
    ...(asked >= program.peak || result.cycles <= program.pattern.warmUpCycles
      ? []
      : [`asked: ${asked} mmHg at most, for ${program.peak}`]),
    ...unquiet(options, result),
    ...brokenRules(options, result),
    ...missedPeaks(result),
    ...wrongLength(options, result),
  ];
}

/** The longest session of a program, min: the limits allow only 20 above 80 mmHg. */
const mostMinutes = ({ peak }: Program): number => (peak > 80 ? 20 : 60);

export const repeatedBy = ({ program, zones, kind, legs, seed }: MatrixCase, minutes: number): string =>
  `npm run simulate -- ${program.id} --minutes ${minutes} --zones ${zones} --boots ${kind} --legs ${legs} --seed ${seed}${program.peak > 80 ? ' --confirm' : ''} --out DIR`;
