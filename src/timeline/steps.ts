/** The steps of a wave: which zones go together. */

import type { BodyPart } from '../../firmware-protocol/zones.ts';

/** The muscle a zone is on: "upper calf" and "lower calf" are both calf. */
const muscle = (part: BodyPart | undefined): string => part?.split(' ').at(-1) ?? '';

/**
 * Zones of each step, distal first. With more zones than steps neighbours go in pairs: first those on the same muscle, then
 * any, from the hip down.
 * @param zones the zones that take part, foot first
 * @returns at most `most` steps where pairs can do it
 */
export function stepsOf(
  zones: readonly number[],
  parts: readonly BodyPart[],
  most: number,
): readonly (readonly number[])[] {
  const proximalOf = new Map<number, number>();
  const paired = new Set<number>();
  const pair = (fits: (distal: number, proximal: number) => boolean): void => {
    for (let index = zones.length - 1; index > 0 && zones.length - proximalOf.size > most; index--) {
      const proximal = zones[index];
      const distal = zones[index - 1];
      if (proximal === undefined || distal === undefined) continue;
      if (paired.has(proximal) || paired.has(distal) || !fits(distal, proximal)) continue;
      proximalOf.set(distal, proximal);
      paired.add(distal).add(proximal);
    }
  };
  pair((distal, proximal) => muscle(parts[distal]) === muscle(parts[proximal]));
  pair(() => true);

  const proximals = new Set(proximalOf.values());
  return zones
    .filter((zone) => !proximals.has(zone))
    .map((zone) => {
      const proximal = proximalOf.get(zone);
      return proximal === undefined ? [zone] : [zone, proximal];
    });
}
