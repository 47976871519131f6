/** Texts about pressures above 80 mmHg, which a person confirms for each session. */

import { rules } from '../../../../firmware-protocol/limits.ts';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { Numbers } from '../../numbers-and-units.ts';
import type { Words } from '../../words.ts';

export function highPressure(n: Numbers): Words['highPressure'] {
  const most = mmhg(rules.confirmAbove);
  return {
    more: `More than ${n.withUnit(most)} …`,
    title: `More than ${n.withUnit(most)}?`,
    rules: [
      'Such a session lasts 20 minutes at most. You allow it for this one session only.',
      'Stop at once if it hurts, or if your feet go numb or tingle.',
    ],
    confirm: `Allow more than ${n.pressure(most)} this time`,
    confirmed: (highest) =>
      `Up to ${n.withUnit(highest)} for this session, 20 minutes at most. Stop on pain or numbness.`,
    noSecondGauge: `No more than ${n.withUnit(most)}: these boots have no second gauge to watch for too much pressure.`,
    back: `Back to ${n.pressure(most)} at most`,
  };
}
