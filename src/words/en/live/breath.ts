/** Words of the breathing cue. */

import type { Breath } from '../../../session/view.ts';

export const breath: Readonly<Record<Breath['phase'], string>> = {
  in: 'Breathe in',
  out: 'Breathe out',
};
