/** Which guides a lock of the plan closes. */

import type { GuideId } from '../../guide/guide.ts';
import { closes, type Lock } from '../../plan/change/locks.ts';
import { actionOf } from './guide-of-step.ts';

/** The gravest lock that closes a guide; null for an open one. @param locks gravest first, those that hold now */
export const lockOn = (locks: readonly Lock[], id: GuideId): Lock | null =>
  locks.find(({ sign }) => closes[sign].includes(actionOf[id])) ?? null;
