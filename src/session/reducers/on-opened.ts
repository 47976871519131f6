/** Handles boots that were opened, and a pair that was made from the connected boot and another one. */

import { isPrepared } from '../../boots/is-prepared.ts';
import type { WorldEvent } from '../event.ts';
import { recall } from '../memory/recall.ts';
import { hasBoots, type SessionState, shapeOf, type WithBoots } from '../state.ts';
import { andThen, type Step } from '../step.ts';
import { stopNow } from '../stop-now.ts';
import { lowered } from './on-own-limits.ts';
import { fitted } from './on-setup.ts';
import { onFirstStatus } from './on-status.ts';

/** Boots start with a fresh state; so does a pair, because the first boot's status and token are not those of both. */
export function onOpened(
  before: SessionState,
  { name, simulated, feature, pair, status, remembered }: Extract<WorldEvent, { kind: 'opened' }>,
): Step {
  const { now, setup, own } = before;
  const opened: WithBoots = {
    now,
    setup,
    own,
    notices: [],
    notice: null,
    link: { kind: 'connected' },
    boots: { name, simulated, feature, pair, shape: shapeOf(feature, pair) },
    status,
    statusAt: now,
    telemetry: null,
    measuredAt: now,
    legMeasuredAt: { left: now, right: now },
    lastSentAt: now,
    statusReadAt: now,
    control: { kind: 'none' },
    therapy: { kind: 'idle' },
    stopping: { kind: 'none' },
    stopPressedAt: null,
    endedAt: null,
    begunAt: null,
    stopSentAt: null,
    fullZones: [],
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

/** Whether the session whose Stop was not over when its boots were disconnected is still on. */
const isOwedStop = (before: SessionState, { boots, status }: WithBoots): boolean =>
  !hasBoots(before) &&
  before.owedStop !== null &&
  before.owedStop.serial === boots.feature.serial &&
  before.owedStop.holder === status.holder &&
  isPrepared(status);
