/** Limits that a person has set on this device. They count only where they are stricter than the boots' own. */

import type { Mmhg, Seconds } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';

export interface OwnLimits {
  /** Highest pressure that the page offers and plans; null = no limit of the person's own. */
  readonly highest: Mmhg | null;
  /** How long boots may play on without this page; null = as long as the boots allow. */
  readonly alone: Seconds | null;
}

export const noOwnLimits: OwnLimits = { highest: null, alone: null };

/** The shape with `highest` as the person's own limit, in place of an earlier one; null = without such a limit. */
export function shapeWithin({ highestOwn: _, ...shape }: BootsShape, highest: Mmhg | null): BootsShape {
  return highest === null ? shape : { ...shape, highestOwn: highest };
}

/** The shape with `highest` as the person's own limit, unless the shape already has a lower limit of this kind. */
export function withinOwn(shape: BootsShape, { highest }: OwnLimits): BootsShape {
  const { highestOwn } = shape;
  return highest !== null && (highestOwn === undefined || highest < highestOwn)
    ? { ...shape, highestOwn: highest }
    : shape;
}
