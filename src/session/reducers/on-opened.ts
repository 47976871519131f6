/** Boots were opened, or a boot was added to the connected one: they are the session's from now on. */

import { isPrepared } from '../../boots/is-prepared.ts';
import type { WorldEvent } from '../event.ts';
import { recall } from '../memory/recall.ts';
import { isTogether, type SessionState, shapeOf, type Together } from '../state.ts';
import { andThen, type Step } from '../step.ts';
import { stopNow } from '../stop-now.ts';
import { lowered } from './on-own-limits.ts';
import { onFirstStatus } from './on-status.ts';
import { fitted } from './on-wish.ts';

/** A pair starts afresh: the status and the token of the first boot are not those of both. */
export function onOpened(
  before: SessionState,
  { name, simulated, feature, pair, status, remembered }: Extract<WorldEvent, { kind: 'opened' }>,
): Step {
  const { now, wishes, own } = before;
  const opened: Together = {
    now,
    wishes,
    own,
    notices: [],
    notice: null,
    link: { kind: 'connected' },
    boots: { name, simulated, feature, pair, shape: shapeOf(feature, pair) },
    status,
    statusAt: now,
    telemetry: null,
    measuredAt: now,
    measuredOn: { left: now, right: now },
    spokenAt: now,
    askedAt: now,
    control: { kind: 'none' },
    therapy: { kind: 'idle' },
    stopping: { kind: 'none' },
    stopPressedAt: null,
    endedAt: null,
    lostGrant: 0,
    begunAt: null,
    stopSentAt: null,
    full: [],
    emptied: false,
    unread: false,
    garbledAt: now,
    unstopped: [],
  };
  const recalled = remembered && recall(opened, remembered);
  if (recalled) return andThen(andThen(recalled, onFirstStatus), lowered);
  const first = onFirstStatus(fitted(opened));
  return isOwedStop(before, opened) ? andThen(first, stopNow) : first;
}

/** The session that was told to stop before its boots were disconnected still runs. */
const isOwedStop = (before: SessionState, { boots, status }: Together): boolean =>
  !isTogether(before) &&
  before.owedStop !== null &&
  before.owedStop.serial === boots.feature.serial &&
  before.owedStop.holder === status.holder &&
  isPrepared(status);
