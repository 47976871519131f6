/** Handles boots that were opened, and a pair that was made from the connected boot and another one. */

import { isPrepared } from '../../boots/is-prepared.ts';
import type { WorldEvent } from '../event.ts';
import { type JustOpened, recall } from '../memory/recall.ts';
import { control } from '../regions/control.ts';
import { link } from '../regions/link.ts';
import { stopping } from '../regions/stopping.ts';
import { therapy } from '../regions/therapy.ts';
import { hasBoots, mayAddOther, type SessionState, shapeOf, type WithBoots } from '../state.ts';
import { andThen, type Step, step } from '../step.ts';
import { stopNow } from '../stop-now.ts';
import { lowered } from './on-own-limits.ts';
import { fitted } from './on-setup.ts';
import { onFirstStatus } from './on-status.ts';

/**
 * The regions as they begin with boots. A pair begins afresh too, because the first boot's status and token are not those of both. Null
 * in a state in which no boots can be opened.
 */
function regionsOf(
  before: SessionState,
): Pick<JustOpened, 'link' | 'control' | 'therapy' | 'stopping'> | null {
  if (hasBoots(before)) {
    if (before.link.kind !== 'connected' || !mayAddOther(before)) return null;
    return {
      link: link.move(before.link, 'a boot was added', {}),
      control: control.move(before.control, 'a boot was added', {}),
      therapy: therapy.move(before.therapy, 'a boot was added', {}),
      stopping: stopping.move(before.stopping, 'a boot was added', {}),
    };
  }
  if (before.link.kind !== 'connecting') return null;
  return {
    link: link.move(before.link, 'opened', {}),
    control: { kind: 'none' },
    therapy: { kind: 'idle' },
    stopping: { kind: 'none' },
  };
}

export function onOpened(
  before: SessionState,
  { names, simulated, feature, pair, status, remembered }: Extract<WorldEvent, { kind: 'opened' }>,
): Step {
  const { now, bluetooth, setup, own } = before;
  const regions = regionsOf(before);
  if (!regions) return step(before);
  const opened: JustOpened = {
    ...regions,
    now,
    bluetooth,
    setup,
    own,
    notices: [],
    notice: null,
    boots: { names, simulated, feature, pair, shape: shapeOf(feature, pair) },
    status,
    statusAt: now,
    telemetry: null,
    measuredAt: now,
    legMeasuredAt: { left: now, right: now },
    lastSentAt: now,
    statusReadAt: now,
    pressWanted: null,
    allowance: null,
    stopPressedAt: null,
    endedAt: null,
    begunAt: null,
    stopSentAt: null,
    fullZones: [],
    emptied: false,
    unread: false,
    garbledAt: now,
    // Boots to which another boot is added have not been connected anew.
    barred: hasBoots(before) ? before.barred : null,
    unstopped: [],
  };
  const recalled = remembered && recall(opened, remembered);
  if (recalled) return andThen(andThen(recalled, onFirstStatus), lowered);
  const first = onFirstStatus(fitted(opened));
  return isOwedStop(before, opened) ? andThen(first, stopNow) : first;
}

/**
 * Whether the boots just opened still have the session that this page was stopping when a person disconnected them. If so, they get a
 * Stop.
 */
const isOwedStop = (before: SessionState, { boots, status }: WithBoots): boolean =>
  !hasBoots(before) &&
  before.owedStop !== null &&
  before.owedStop.serial === boots.feature.serial &&
  before.owedStop.holder === status.holder &&
  isPrepared(status);
