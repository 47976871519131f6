/** Whether the air is out of the boots, in French. */

import type { AirOut } from '../../../session/view.ts';

const air: Readonly<Record<AirOut, string>> = {
  yes: 'L’air est sorti.',
  no: 'L’air sort encore.',
  unknown: 'Cette page ne peut pas dire si l’air est sorti.',
};

export const airAfter = (out: AirOut): string => air[out];
