/** Muscle flush: the pattern's plain program with another purpose. */

import { muscleFlush as plain } from '../patterns/muscle-flush.ts';
import type { Program } from '../program.ts';

export const muscleFlush: Program = {
  ...plain,
  id: 'muscle-flush',
  name: 'Muscle flush',
  purpose: 'Light, quick sweeps toward the heart before or after a run.',
};
