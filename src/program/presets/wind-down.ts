/** Wind-down: the pattern's plain program with another purpose. */

import { windDown as plain } from '../patterns/wind-down.ts';
import type { Program } from '../program.ts';

export const windDown: Program = {
  ...plain,
  id: 'wind-down',
  name: 'Wind-down',
  purpose: 'A gentle wave at the pace of slow breathing, for the evening.',
};
