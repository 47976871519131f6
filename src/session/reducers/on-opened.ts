/** Boots were opened, or a boot was added to the connected one: they are the session's from now on. */

import type { WorldEvent } from '../event.ts';
import { type SessionState, shapeOf, type Together } from '../state.ts';
import type { Step } from '../step.ts';
import { onFirstStatus } from './on-status.ts';
import { fitted } from './on-wish.ts';

/** A pair starts afresh: the status and the token of the first boot are not those of both. */
export function onOpened(
  { now, wishes }: SessionState,
  { name, simulated, feature, pair, status }: Extract<WorldEvent, { kind: 'opened' }>,
): Step<Together> {
  const opened: Together = {
    now,
    wishes,
    notices: [],
    notice: null,
    link: { kind: 'connected' },
    boots: { name, simulated, feature, pair, shape: shapeOf(feature, pair) },
    status,
    statusAt: now,
    telemetry: null,
    measuredAt: now,
    heardAt: now,
    spokenAt: now,
    askedAt: now,
    control: { kind: 'none' },
    therapy: { kind: 'idle' },
    stopping: { kind: 'none' },
    stopPressedAt: null,
    endedAt: null,
    full: [],
    emptied: false,
    unread: false,
    garbledAt: now,
    unstopped: [],
  };
  return onFirstStatus(fitted(opened));
}
