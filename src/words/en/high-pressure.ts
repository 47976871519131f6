/** Words about pressures above 80 mmHg, which a person asks for each time. */

import type { Mmhg } from '../../../firmware-protocol/quantities.ts';
import { pressure } from './numbers.ts';

export const highPressure = {
  more: 'More than 80 mmHg …',
  title: 'More than 80 mmHg?',
  rules: [
    'Such a session lasts 20 minutes at most, and counts for this one session only.',
    'Stop at once if it hurts, or if your feet go numb or tingle.',
  ],
  confirm: 'Allow more than 80 this time',
  confirmed: (highest: Mmhg): string =>
    `Up to ${pressure(highest)} mmHg for this session, 20 minutes at most. Stop on pain or numbness.`,
  back: 'Back to 80 at most',
} as const;
