/** Words of the breathing cue, in French. */

import type { Breath } from '../../../session/view.ts';

export const breath: Readonly<Record<Breath['phase'], string>> = {
  in: 'Inspirez',
  out: 'Expirez',
};
