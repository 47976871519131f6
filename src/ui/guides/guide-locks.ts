/** Which guides a lock closes. */

import type { GuideId } from '../../guide/guide.ts';
import { closes, type Lock } from '../../plan/change/locks.ts';
import { actionOf } from './guide-of-step.ts';

/** The gravest lock that closes the guide; null if none does. @param locks the locks in force, gravest first */
export const lockOn = (locks: readonly Lock[], id: GuideId): Lock | null =>
  locks.find(({ sign }) => closes[sign].includes(actionOf[id])) ?? null;
