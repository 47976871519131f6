/** Limits that a person has set on this device. They can only be stricter than those of the boots, never wider. */

import type { Mmhg, Seconds } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';

export interface OwnLimits {
  /** Highest pressure that the page offers and plans; null = as the boots allow. */
  readonly highest: Mmhg | null;
  /** How long boots may play on without this page; null = as long as they allow. */
  readonly alone: Seconds | null;
}

export const noOwnLimits: OwnLimits = { highest: null, alone: null };

/** The shape of boots with this limit instead of the one that it has. */
export function shapeWithin({ highestOwn: _, ...shape }: BootsShape, highest: Mmhg | null): BootsShape {
  return highest === null ? shape : { ...shape, highestOwn: highest };
}

/** The shape of boots with the lower one of this limit and the one that it has. */
export function withinOwn(shape: BootsShape, { highest }: OwnLimits): BootsShape {
  const { highestOwn } = shape;
  return highest !== null && (highestOwn === undefined || highest < highestOwn)
    ? { ...shape, highestOwn: highest }
    : shape;
}
