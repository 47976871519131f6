/** Handles what the boots report. A status moves the session to the state that the boots are in, whatever the page expected. */

import { elapsed } from '../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import type { Telemetry } from '../../../firmware-protocol/telemetry.ts';
import type { Cause } from '../../boots/cause.ts';
import { batteryLow } from '../notices/battery.ts';
import { addNotice } from '../notices/notices.ts';
import { faultNotice, warningNotice } from '../notices/trouble.ts';
import { legMeasuredAt } from '../reading/freshness.ts';
import { control, tokenOf } from '../regions/control.ts';
import { emptyAfterRestart, onStatusWhileStopping } from '../regions/stopping.ts';
import { calledOff, isPlanned, nowEnded, type Planned, stageOf, therapy } from '../regions/therapy.ts';
import { isStopping, type WithBoots } from '../state.ts';
import { andThen, readStatus, type Step, step } from '../step.ts';
import { isCalledOff } from './preparing.ts';
import { whereBootsAre } from './where-boots-are.ts';

/** Shortest time between status reads because of invalid frames, which can come by the hundred, ms. */
const SHORTEST_READ_INTERVAL = 500;

export const onTelemetry = (state: WithBoots, telemetry: Telemetry): Step<WithBoots> =>
  step({
    ...state,
    telemetry,
    measuredAt: state.now,
    legMeasuredAt: legMeasuredAt(state, telemetry),
  });

export function onGarbled(before: WithBoots, cause: Cause): Step<WithBoots> {
  const state = addNotice({ ...before, garbledAt: before.now }, { kind: 'garbled', cause });
  return elapsed(state.statusReadAt, state.now) < SHORTEST_READ_INTERVAL ? step(state) : readStatus(state);
}

export function onStatus(before: WithBoots, status: Status): Step<WithBoots> {
  const { now } = before;
  const stopping = onStatusWhileStopping(before.stopping, status, now);
  // From now on the boots send measurements (PROTOCOL.md 6.1), so the age of the last one counts from now.
  const begins = before.status.therapy === 'stopped' && status.therapy !== 'stopped';
  const measured = begins ? { measuredAt: now, legMeasuredAt: { left: now, right: now } } : {};
  const state: WithBoots = { ...before, status, statusAt: now, ...measured, stopping };
  return before.status.bootCount === status.bootCount
    ? followStatus(noticeTrouble(state, before.status))
    : step(restarted(state));
}

export function followStatus(state: WithBoots): Step<WithBoots> {
  if (lostControl(state)) return step(controlLost(state));
  return andThen(whereBootsAre(state), tellScheduler);
}

/** After a restart, the boots vent and do not continue the session. */
function restarted(state: WithBoots): WithBoots {
  const { control: held, now, status } = state;
  const after = afterRestart(state);
  return addNotice(
    {
      ...state,
      // For a pair, the boot that restarted may be the one that did not stand still.
      barred: state.barred === 'standingStill' && !state.boots.pair ? null : state.barred,
      therapy: after,
      control: held.kind === 'none' ? held : control.move(held, 'the boots restarted', {}),
      stopping: emptyAfterRestart(state.stopping, now, after.kind === 'ended', status.therapy === 'stopped'),
    },
    { kind: 'rebooted' },
  );
}

function afterRestart({ therapy: from, status }: WithBoots): WithBoots['therapy'] {
  switch (from.kind) {
    case 'idle':
    case 'ended':
      return from;
    case 'preparing':
      return calledOff(from);
    default:
      return nowEnded(from, status.endReason);
  }
}

function noticeTrouble(reported: WithBoots, before: Status | null): WithBoots {
  const { status, boots } = reported;
  const low = batteryLow(status);
  const state =
    low && low.level !== (before && batteryLow(before))?.level ? addNotice(reported, low) : reported;
  if (status.fault !== 'none') {
    return status.fault === before?.fault ? state : addNotice(state, faultNotice(boots, status));
  }
  if (status.warning !== 'none' && status.warning !== before?.warning) {
    return addNotice(state, warningNotice(boots, status));
  }
  const pressed = status.flags.buttonPressed && before?.flags.buttonPressed === false;
  const { pressWanted } = state;
  // A pair reports a press on either boot. If both boots ask for a press, nobody knows which of them got it.
  if (pressed && pressWanted !== null && pressWanted.sides.length < 2)
    return addNotice(state, { ...pressWanted, kind: 'pressed', at: state.now });
  if (isCalledOff(state)) {
    const otherwise = boots.pair ? 'pair' : 'unknown';
    return addNotice(state, { kind: 'calledOff', by: pressed ? 'button' : otherwise });
  }
  return state;
}

/** A fault, warning or low battery in the boots' first status is new. */
export const onFirstStatus = (state: WithBoots): Step<WithBoots> => followStatus(noticeTrouble(state, null));

const lostControl = ({ therapy: from, stopping: stop, status, control: held }: WithBoots): boolean =>
  isPlanned(from) &&
  stop.kind === 'none' &&
  status.therapy !== 'stopped' &&
  status.holder !== 0 &&
  status.holder !== (tokenOf(held) & 0xffff);

/** The state after another controller, or another tab, took the session. A session that is only watched was not this page's to lose. */
function controlLost(state: WithBoots, kind: 'controlLost' | 'otherTab' = 'controlLost'): WithBoots {
  const { therapy: from, control: held } = state;
  if (!isPlanned(from)) return state;
  return addNotice(
    {
      ...state,
      therapy: therapy.move(from, 'another controller took control', {}),
      control: held.kind === 'none' ? held : control.move(held, 'another controller took it', {}),
    },
    { kind },
  );
}

/** Another tab has the session and its token. A Stop that is under way goes on, because any controller may send Stop. */
export const onDisowned = (state: WithBoots): Step<WithBoots> =>
  step(state.stopping.kind === 'none' ? controlLost(state, 'otherTab') : state, { kind: 'yield' });

function tellScheduler(state: WithBoots): Step<WithBoots> {
  const { therapy: from, status, telemetry } = state;
  if (!isPlanned(from) || !hasScript(from) || isStopping(state)) return step(state);
  const pressures = telemetry?.samples.at(-1)?.pressures ?? [];
  return step(state, {
    kind: 'schedule',
    event: { kind: 'report', status, pressures, stage: stageOf(from) },
  });
}

const hasScript = (from: Planned): boolean => from.kind !== 'preparing' || from.step === 'starting';
