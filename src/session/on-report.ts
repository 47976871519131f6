/** What the boots report is what is so: every status moves the session to where the boots say they are. */

import { opCodes } from '../../firmware-protocol/command.ts';
import { elapsed, milliseconds } from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import type { Telemetry } from '../../firmware-protocol/telemetry.ts';
import { control, tokenOf } from './control.ts';
import type { Together } from './state.ts';
import { andThen, ask, noticed, type Step, step, withTherapy } from './step.ts';
import { confirmed, stopNow, stopping } from './stopping.ts';
import { isPlanned, type Planned, stageOf, type Therapy, type TherapyOf, therapy } from './therapy.ts';
import { faultNotice, warningNotice } from './trouble.ts';

/** Frames that make no sense may come in hundreds; the boots are asked how they are at most this often, ms. */
const ASK_AFTER_GARBLED = 500;

export const onTelemetry = (state: Together, telemetry: Telemetry): Step<Together> =>
  step({ ...state, telemetry, heardAt: state.now });

export function onGarbled(before: Together, detail: string): Step<Together> {
  const state = noticed(before, { kind: 'garbled', detail });
  return elapsed(state.askedAt, state.now) < ASK_AFTER_GARBLED ? step(state) : ask(state);
}

export function onStatus(before: Together, status: Status): Step<Together> {
  const state = { ...before, status, statusAt: before.now, heardAt: before.now };
  return before.status.bootCount === status.bootCount
    ? believe(tellTrouble(state, before.status))
    : step(restarted(state));
}

/** Where the boots say they are, whatever they said before. */
export function believe(state: Together): Step<Together> {
  if (lostControl(state)) return step(controlLost(state));
  return andThen(byTherapy(state), follow);
}

/** Boots that restarted are empty and do not go on by themselves. */
function restarted(state: Together): Together {
  const { control: held, stopping: stop } = state;
  return noticed(
    {
      ...state,
      therapy: afterRestart(state),
      control: held.kind === 'none' ? held : control.move(held, 'the boots restarted', {}),
      stopping: stop.kind === 'none' ? stop : stopping.move(stop, 'the boots restarted', {}),
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

function tellTrouble(state: Together, before: Status | null): Together {
  const { status, boots } = state;
  if (status.fault !== 'none') {
    return status.fault === before?.fault ? state : noticed(state, faultNotice(boots, status));
  }
  if (status.warning !== 'none' && status.warning !== before?.warning) {
    return noticed(state, warningNotice(boots, status));
  }
  if (isCalledOff(state)) {
    const pressed = status.flags.buttonPressed && before?.flags.buttonPressed === false;
    return noticed(state, { kind: 'calledOff', by: pressed ? 'button' : 'unknown' });
  }
  return state;
}

/** The first report of boots: all that is wrong with them is news. */
export const onFirstStatus = (state: Together): Step<Together> => believe(tellTrouble(state, null));

const lostControl = ({ therapy: from, stopping: stop, status, control: held }: Together): boolean =>
  isPlanned(from) &&
  stop.kind !== 'asked' &&
  status.therapy !== 'stopped' &&
  status.holder !== 0 &&
  status.holder !== (tokenOf(held) & 0xffff);

function controlLost(state: Together): Together {
  const { therapy: from, control: held, stopping: stop } = state;
  if (!isPlanned(from)) return state;
  return noticed(
    {
      ...state,
      stopping: stop.kind === 'heard' ? stopping.move(stop, 'another took control', {}) : stop,
      therapy: therapy.move(from, 'another took control', {}),
      control: held.kind === 'none' ? held : control.move(held, 'another took it', {}),
    },
    { kind: 'controlLost' },
  );
}

function byTherapy(state: Together): Step<Together> {
  if (state.stopping.kind !== 'none') return whileStopping(state);
  switch (state.status.therapy) {
    case 'running':
      return step(withTherapy(state, isRunning(state.therapy)));
    case 'paused':
      return step(withTherapy(state, isPaused(state.therapy)));
    case 'stopped':
      return hasStopped(state);
  }
}

/**
 * A session that this page did not start can only be watched and stopped from here. Before this page sent Start nothing it
 * prepares can be running; once the link was lost on the way it may.
 */
const mayBeOurs = ({ step: waitsFor }: TherapyOf<'preparing'>): boolean =>
  waitsFor === 'starting' || waitsFor === 'interrupted';

function isRunning(from: Therapy): Therapy {
  switch (from.kind) {
    case 'preparing':
      return mayBeOurs(from)
        ? therapy.move(from, 'the boots run', { plan: from.plan })
        : therapy.move(from, "another's session runs", {});
    case 'resuming':
    case 'paused':
    case 'unsure':
      return therapy.move(from, 'the boots run', { plan: from.plan });
    case 'idle':
    case 'ended':
      return therapy.move(from, "another's session runs", {});
    case 'running':
    case 'pausing':
    case 'found':
      return from;
  }
}

function isPaused(from: Therapy): Therapy {
  switch (from.kind) {
    case 'preparing':
      return mayBeOurs(from)
        ? therapy.move(from, 'the boots paused', { plan: from.plan })
        : therapy.move(from, "another's session runs", {});
    case 'running':
    case 'pausing':
    case 'unsure':
      return therapy.move(from, 'the boots paused', { plan: from.plan });
    case 'idle':
    case 'ended':
      return therapy.move(from, "another's session runs", {});
    case 'paused':
    case 'resuming':
    case 'found':
      return from;
  }
}

function hasStopped(state: Together): Step<Together> {
  const { therapy: from, status } = state;
  const reason = status.endReason;
  switch (from.kind) {
    case 'running':
    case 'pausing':
    case 'paused':
    case 'resuming':
      return step(withTherapy(state, therapy.move(from, 'the boots stopped', { reason, plan: from.plan })));
    case 'found':
      return step(withTherapy(state, therapy.move(from, 'the boots stopped', { reason, plan: null })));
    case 'unsure':
      // Nobody knows how far it got: made safe, and begun again by a person.
      return stopNow(noticed(state, { kind: 'silent' }));
    case 'preparing':
      return prepared(state, from);
    case 'idle':
    case 'ended':
      return step(state);
  }
}

/** Stop counts as obeyed once it is answered, or once it is what the stopped boots say they did last. */
function whileStopping(before: Together): Step<Together> {
  const { status, stopping: stop, therapy: from } = before;
  const obeyed = stop.kind === 'heard' || status.lastOp === opCodes.stop;
  if (stop.kind === 'none' || status.therapy !== 'stopped' || !obeyed) return step(before);
  const state = confirmed({ ...before, stopping: stopping.move(stop, 'the boots stopped', {}) });
  const reason = status.endReason;
  switch (from.kind) {
    case 'idle':
    case 'ended':
      return step(state);
    case 'preparing':
      return step(withTherapy(state, therapy.move(from, 'called off, refused or not sent', {})));
    case 'found':
      return step(withTherapy(state, therapy.move(from, 'the boots stopped', { reason, plan: null })));
    case 'unsure':
      // Boots that nobody could ask for a while need not have begun what they were told: then they name no end of it.
      return reason === 'none'
        ? step(noticed(withTherapy(state, therapy.move(from, 'it had not begun', {})), { kind: 'notBegun' }))
        : step(withTherapy(state, therapy.move(from, 'the boots stopped', { reason, plan: from.plan })));
    default:
      return step(withTherapy(state, therapy.move(from, 'the boots stopped', { reason, plan: from.plan })));
  }
}

/** From *zeroing* on the boots prepare or are ready; if they say otherwise somebody stopped them, or a fault did. */
const isCalledOff = ({
  therapy: from,
  status: { therapy: told, operation },
  stopping: stop,
}: Together): boolean =>
  from.kind === 'preparing' &&
  stop.kind === 'none' &&
  (from.step === 'zeroing' || from.step === 'loading' || from.step === 'starting') &&
  told === 'stopped' &&
  operation !== 'preparing' &&
  operation !== 'ready';

/** The way from *prepare* to *start*, each step taken when the boots say that the one before is done. */
function prepared(state: Together, from: TherapyOf<'preparing'>): Step<Together> {
  const { status, now } = state;
  if (isCalledOff(state)) {
    return step(withTherapy(state, therapy.move(from, 'called off, refused or not sent', {})));
  }
  const next = (to: TherapyOf<'preparing'>['step']): Together =>
    withTherapy(state, therapy.move(from, 'the next step', { ...from, step: to, since: now }));
  if (from.step === 'zeroing' && status.operation === 'ready') {
    return step(next('loading'), { kind: 'schedule', event: { kind: 'begin', status } });
  }
  if (from.step === 'loading' && status.held > 0) {
    return step(
      { ...next('starting'), spokenAt: now },
      { kind: 'command', request: { op: 'start', at: milliseconds(0) } },
    );
  }
  return step(state);
}

/** The scheduler follows the boots once they have its script. */
function follow(state: Together): Step<Together> {
  const { therapy: from, status, telemetry } = state;
  if (!isPlanned(from) || !hasScript(from)) return step(state);
  const pressures = telemetry?.samples.at(-1)?.pressures ?? [];
  return step(state, { kind: 'schedule', event: { kind: 'heard', status, pressures, stage: stageOf(from) } });
}

const hasScript = (from: Planned): boolean => from.kind !== 'preparing' || from.step === 'starting';
