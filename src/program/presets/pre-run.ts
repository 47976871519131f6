/** Pre-run: a short flush, lighter than the pattern's plain program, to wake the legs. */

import { mmhg } from '../../../firmware-protocol/quantities.ts';
import { flush } from '../patterns/flush.ts';
import type { Program } from '../program.ts';

export const preRun: Program = {
  ...flush,
  id: 'pre-run',
  name: 'Pre-run',
  purpose: 'A short, medium flush before you set off; it does not replace warming up.',
  peak: mmhg(45),
  minutes: 12,
};
