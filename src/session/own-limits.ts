/** Limits that a person has set on this device, below those of the boots. They never raise one. */

import type { Mmhg, Seconds } from '../../firmware-protocol/quantities.ts';
import type { BootsShape } from '../program/boots-shape.ts';

export interface OwnLimits {
  /** Highest pressure that is offered and planned; null = as the boots allow. */
  readonly highest: Mmhg | null;
  /** How long boots may play on without this page; null = as long as they allow. */
  readonly alone: Seconds | null;
}

export const noOwnLimits: OwnLimits = { highest: null, alone: null };

/** The shape of boots with this limit in place of the one it has. */
export function shapeWithin({ highestOwn: _, ...shape }: BootsShape, highest: Mmhg | null): BootsShape {
  return highest === null ? shape : { ...shape, highestOwn: highest };
}

/** The shape of boots with the lower of this limit and the one it has. */
export function withinOwn(shape: BootsShape, { highest }: OwnLimits): BootsShape {
  const { highestOwn } = shape;
  return highest !== null && (highestOwn === undefined || highest < highestOwn)
    ? { ...shape, highestOwn: highest }
    : shape;
}
