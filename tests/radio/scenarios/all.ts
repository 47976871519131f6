/** The scenarios, in the order in which they start. */

import type { Scenario } from '../scenario.ts';
import { bluetoothOff, cut, outOfReach } from './breaks.ts';
import { pairAtOnce, pairing } from './pairing.ts';
import { byEsc, lateAnswers, narrowAndWide, session, standStill } from './sessions.ts';
import { smoke } from './smoke.ts';
import { hidden, reload, twoTabs } from './tabs.ts';

export const scenarios: readonly Scenario[] = [
  smoke,
  pairing,
  session,
  byEsc,
  cut,
  bluetoothOff,
  outOfReach,
  pairAtOnce,
  hidden,
  reload,
  twoTabs,
  ...narrowAndWide,
  lateAnswers,
  standStill,
];
