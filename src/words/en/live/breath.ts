/** Texts of the cue to breathe in step with the boots. */

import type { Breath } from '../../../session/view.ts';

export const breath: Readonly<Record<Breath['phase'], string>> = {
  in: 'Breathe in',
  out: 'Breathe out',
};
