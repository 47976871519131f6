/** The steps of a wave: decides which zones rise in the same step. */

import type { BodyPart } from '../../../firmware-protocol/zones.ts';
import type { ValveGroup } from '../valve-groups.ts';

/** The muscle under a zone: "upper calf" and "lower calf" are both calf. */
const muscle = (part: BodyPart | undefined): string => part?.split(' ').at(-1) ?? '';

/**
 * The valve groups of each step, foot first. If there are more groups than steps, neighbours are joined in pairs, from the hip down: first
 * those on the same muscle, then any. If there are still too many, three or more groups are joined.
 * @param groups the valve groups (the zones on one valve) that take part, foot first
 * @param parts body part of each zone of a leg
 * @returns at most `most` steps
 */
export function stepsOf(
  groups: readonly ValveGroup[],
  parts: readonly BodyPart[],
  most: number,
): readonly (readonly ValveGroup[])[] {
  let steps: readonly (readonly ValveGroup[])[] = groups.map((group) => [group]);
  const join = (
    largest: number,
    mayJoin: (distal: readonly ValveGroup[], proximal: readonly ValveGroup[]) => boolean,
  ): void => {
    for (let index = steps.length - 1; index > 0 && steps.length > most; index--) {
      const distal = steps[index - 1];
      const proximal = steps[index];
      if (distal === undefined || proximal === undefined) continue;
      if (distal.length + proximal.length > largest || !mayJoin(distal, proximal)) continue;
      steps = [...steps.slice(0, index - 1), [...distal, ...proximal], ...steps.slice(index + 1)];
    }
  };
  const last = (step: readonly ValveGroup[]): string => muscle(parts[step.at(-1)?.at(-1) ?? 0]);
  const first = (step: readonly ValveGroup[]): string => muscle(parts[step[0]?.[0] ?? 0]);
  join(2, (distal, proximal) => last(distal) === first(proximal));
  join(2, () => true);
  join(Math.max(3, Math.ceil(groups.length / most)), () => true);
  join(groups.length, () => true);
  return steps;
}
