/** Whether the air is out of the boots. */

import type { AirOut } from '../../../session/view.ts';

const air: Readonly<Record<AirOut, string>> = {
  yes: 'The air is out.',
  no: 'The air is still going out.',
  unknown: 'This page cannot tell whether the air is out.',
};

export const airAfter = (out: AirOut): string => air[out];
