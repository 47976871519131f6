/** Limits that a person has set on this device. They count only where they are stricter than the boots' own. */

import type { Mmhg, Seconds } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';

export interface OwnLimits {
  /** Highest pressure that the page offers and plans; null = no limit of the person's own. */
  readonly highest: Mmhg | null;
  /** How long boots may play on without this page; null = as long as the boots allow (`allowanceOf`). */
  readonly alone: Seconds | null;
}

export const noOwnLimits: OwnLimits = { highest: null, alone: null };

/** The shape with this limit as the device's own, in place of any that it has; null = with none. */
export function shapeWithin({ highestOwn: _, ...shape }: BootsShape, highest: Mmhg | null): BootsShape {
  return highest === null ? shape : { ...shape, highestOwn: highest };
}

/** The shape with this limit as the device's own, unless it has a lower one. */
export function withinOwn(shape: BootsShape, { highest }: OwnLimits): BootsShape {
  const { highestOwn } = shape;
  return highest !== null && (highestOwn === undefined || highest < highestOwn)
    ? { ...shape, highestOwn: highest }
    : shape;
}
