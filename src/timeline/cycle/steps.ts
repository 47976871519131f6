/** The steps of a wave: which zones go together. */

import type { BodyPart } from '../../../firmware-protocol/zones.ts';
import type { Unit } from '../units.ts';

/** The muscle a zone is on: "upper calf" and "lower calf" are both calf. */
const muscle = (part: BodyPart | undefined): string => part?.split(' ').at(-1) ?? '';

/**
 * Units of each step, distal first. With more units than steps neighbours go in pairs: first those on the same muscle, then
 * any, from the hip down; then three or more together.
 * @param units those that take part, foot first
 * @returns at most `most` steps
 */
export function stepsOf(
  units: readonly Unit[],
  parts: readonly BodyPart[],
  most: number,
): readonly (readonly Unit[])[] {
  let steps: readonly (readonly Unit[])[] = units.map((unit) => [unit]);
  const join = (
    largest: number,
    fits: (distal: readonly Unit[], proximal: readonly Unit[]) => boolean,
  ): void => {
    for (let index = steps.length - 1; index > 0 && steps.length > most; index--) {
      const distal = steps[index - 1];
      const proximal = steps[index];
      if (distal === undefined || proximal === undefined) continue;
      if (distal.length + proximal.length > largest || !fits(distal, proximal)) continue;
      steps = [...steps.slice(0, index - 1), [...distal, ...proximal], ...steps.slice(index + 1)];
    }
  };
  const last = (step: readonly Unit[]): string => muscle(parts[step.at(-1)?.at(-1) ?? 0]);
  const first = (step: readonly Unit[]): string => muscle(parts[step[0]?.[0] ?? 0]);
  join(2, (distal, proximal) => last(distal) === first(proximal));
  join(2, () => true);
  join(Math.max(3, Math.ceil(units.length / most)), () => true);
  join(units.length, () => true);
  return steps;
}
