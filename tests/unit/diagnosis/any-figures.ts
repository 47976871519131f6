/** Measured values of a zone, for tests. Values that a test leaves out are null (not measured) or ordinary. */

import type { Side } from '../../../firmware-protocol/zones.ts';
import type { ZoneFigures } from '../../../src/diagnosis/figures.ts';

export const figures = (side: Side, zone: number, more: Partial<ZoneFigures> = {}): ZoneFigures => ({
  side,
  zone,
  part: 'calf',
  rise: null,
  slack: 1,
  effort: null,
  firstEffort: 1.3,
  leak: null,
  closed: null,
  falls: null,
  release: null,
  releaseEffort: null,
  noise: null,
  zero: null,
  missing: 0,
  isFrozen: false,
  inVain: null,
  open: null,
  ...more,
});
