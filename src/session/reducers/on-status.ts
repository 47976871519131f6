/** The boots are the authority on their state: every status moves the session to the state they report. */

import { elapsed } from '../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import type { Telemetry } from '../../../firmware-protocol/telemetry.ts';
import type { Cause } from '../../boots/cause.ts';
import { batteryLow } from '../notices/battery.ts';
import { addNotice } from '../notices/notices.ts';
import { faultNotice, warningNotice } from '../notices/trouble.ts';
import { measuredOn } from '../reading/freshness.ts';
import { control, tokenOf } from '../regions/control.ts';
import { restarted as letGoAgain, reported } from '../regions/stopping.ts';
import { isPlanned, type Planned, stageOf, therapy } from '../regions/therapy.ts';
import { isStopping, type Together } from '../state.ts';
import { andThen, ask, type Step, step } from '../step.ts';
import { isCalledOff } from './preparing.ts';
import { whereBootsAre } from './where-boots-are.ts';

/** Invalid frames can come in hundreds; the status is read at most this often because of them, ms. */
const ASK_AFTER_GARBLED = 500;

export const onTelemetry = (state: Together, telemetry: Telemetry): Step<Together> =>
  step({
    ...state,
    telemetry,
    measuredAt: state.now,
    measuredOn: measuredOn(state, telemetry),
  });

export function onGarbled(before: Together, cause: Cause): Step<Together> {
  const state = addNotice({ ...before, garbledAt: before.now }, { kind: 'garbled', cause });
  return elapsed(state.askedAt, state.now) < ASK_AFTER_GARBLED ? step(state) : ask(state);
}

export function onStatus(before: Together, status: Status): Step<Together> {
  const { now } = before;
  const stopping = reported(before.stopping, status, now);
  // From here on the boots send measurements (PROTOCOL.md 6.1): none is stale yet.
  const begins = before.status.therapy === 'stopped' && status.therapy !== 'stopped';
  const measured = begins ? { measuredAt: now, measuredOn: { left: now, right: now } } : {};
  const state: Together = { ...before, status, statusAt: now, ...measured, stopping };
  return before.status.bootCount === status.bootCount
    ? believe(tellTrouble(state, before.status))
    : step(restarted(state));
}

/** Follows the reported state, whatever was reported before. */
export function believe(state: Together): Step<Together> {
  if (lostControl(state)) return step(controlLost(state));
  return andThen(whereBootsAre(state), follow);
}

/** Boots that restarted are empty and do not resume by themselves. */
function restarted(state: Together): Together {
  const { control: held, now, status } = state;
  const after = afterRestart(state);
  return addNotice(
    {
      ...state,
      therapy: after,
      control: held.kind === 'none' ? held : control.move(held, 'the boots restarted', {}),
      stopping: letGoAgain(state.stopping, now, after.kind === 'ended', status.therapy === 'stopped'),
    },
    { kind: 'rebooted' },
  );
}

function afterRestart({ therapy: from, status }: Together): Together['therapy'] {
  switch (from.kind) {
    case 'idle':
    case 'ended':
      return from;
    case 'preparing':
      return therapy.move(from, 'called off, refused or not sent', {});
    case 'found':
      return therapy.move(from, 'the boots stopped', { reason: status.endReason, plan: null });
    default:
      return therapy.move(from, 'the boots stopped', { reason: status.endReason, plan: from.plan });
  }
}

function tellTrouble(told: Together, before: Status | null): Together {
  const { status, boots } = told;
  const low = batteryLow(status);
  const state = low && low.level !== (before && batteryLow(before))?.level ? addNotice(told, low) : told;
  if (status.fault !== 'none') {
    return status.fault === before?.fault ? state : addNotice(state, faultNotice(boots, status));
  }
  if (status.warning !== 'none' && status.warning !== before?.warning) {
    return addNotice(state, warningNotice(boots, status));
  }
  if (isCalledOff(state)) {
    const pressed = status.flags.buttonPressed && before?.flags.buttonPressed === false;
    return addNotice(state, { kind: 'calledOff', by: pressed ? 'button' : 'unknown' });
  }
  return state;
}

/** The first status of boots: every fault in it is news. */
export const onFirstStatus = (state: Together): Step<Together> => believe(tellTrouble(state, null));

const lostControl = ({ therapy: from, stopping: stop, status, control: held }: Together): boolean =>
  isPlanned(from) &&
  stop.kind === 'none' &&
  status.therapy !== 'stopped' &&
  status.holder !== 0 &&
  status.holder !== (tokenOf(held) & 0xffff);

function controlLost(state: Together, told: 'controlLost' | 'otherTab' = 'controlLost'): Together {
  const { therapy: from, control: held } = state;
  if (!isPlanned(from)) return state;
  return addNotice(
    {
      ...state,
      therapy: therapy.move(from, 'another took control', {}),
      control: held.kind === 'none' ? held : control.move(held, 'another took it', {}),
    },
    { kind: told },
  );
}

/** Another tab has the session and its token. A Stop that is under way goes on: anyone may send it. */
export const onDisowned = (state: Together): Step<Together> =>
  step(state.stopping.kind === 'none' ? controlLost(state, 'otherTab') : state, { kind: 'yield' });

/** The scheduler follows the boots once they have its script. */
function follow(state: Together): Step<Together> {
  const { therapy: from, status, telemetry } = state;
  if (!isPlanned(from) || !hasScript(from) || isStopping(state)) return step(state);
  const pressures = telemetry?.samples.at(-1)?.pressures ?? [];
  return step(state, {
    kind: 'schedule',
    event: { kind: 'report', status, pressures, stage: stageOf(from) },
  });
}

const hasScript = (from: Planned): boolean => from.kind !== 'preparing' || from.step === 'starting';
