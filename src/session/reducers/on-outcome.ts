/** Handles the outcome of a command. */

import { type Op, programName } from '../../../firmware-protocol/command.ts';
import { faultCodes } from '../../../firmware-protocol/fault-codes.ts';
import { PROTOCOL_VERSION, versionText } from '../../../firmware-protocol/profile.ts';
import type { Success } from '../../../firmware-protocol/response.ts';
import type { Cause } from '../../boots/cause.ts';
import type { CommandOutcome } from '../../boots/command-outcome.ts';
import { highestTargetOf } from '../../program/boots-shape.ts';
import { longestWall } from '../../timeline/script.ts';
import type { Message } from '../notices/notice.ts';
import { addNotice, dropNotices, isHeldForFit, notHeldForFit } from '../notices/notices.ts';
import { control } from '../regions/control.ts';
import { onStopAnswer, onStopOutcome } from '../regions/stopping.ts';
import { calledOff, nextStep, nowUnsure, type TherapyOf, withoutEffect } from '../regions/therapy.ts';
import { allowanceOf, mayDeleteRecords, type WithBoots } from '../state.ts';
import { andThen, readStatus, type Step, step, withTherapy } from '../step.ts';
import { stopNow } from '../stop-now.ts';

/** Commands that change the state of the session. If the outcome of one is unknown, so is the state. */
const changesState: readonly Op[] = ['prepare', 'start', 'pause', 'resume'];
/** Commands that need no notice if they are *not permitted*: the session is over or another controller's, which the status shows. */
const needNoNotice: readonly Op[] = ['ceiling', 'keepAlive'];

export function onOutcome(before: WithBoots, op: Op, outcome: CommandOutcome): Step<WithBoots> {
  const next = following(before, op, outcome);
  const deleted = deletion(before, op, outcome);
  return deleted === null
    ? next
    : { ...next, state: addNotice(next.state, { kind: 'recordsDeleted', outcome: deleted }) };
}

/**
 * What a person who asked to delete the records is told; null if nothing, or if the boots refused, because a refusal has a notice of
 * its own.
 */
function deletion(
  { control: from }: WithBoots,
  op: Op,
  { kind }: CommandOutcome,
): Extract<Message, { kind: 'recordsDeleted' }>['outcome'] | null {
  if (op === 'deleteRecords' && kind === 'acknowledged') return 'done';
  if (op === 'deleteRecords' && kind === 'unknown') return 'unknown';
  const isFor = op === 'requestControl' && from.kind === 'asked' && from.to === 'deleteRecords';
  return (isFor && kind === 'unknown') || ((isFor || op === 'deleteRecords') && kind === 'notSent')
    ? 'notSent'
    : null;
}

function following(before: WithBoots, op: Op, outcome: CommandOutcome): Step<WithBoots> {
  if (op === 'stop') return stopAnswered(before, outcome);
  const state = op === 'requestControl' && outcome.kind !== 'acknowledged' ? notGranted(before) : before;
  switch (outcome.kind) {
    case 'acknowledged':
      return acknowledged(state, op, outcome.response);
    case 'rejected':
      return rejected(state, op, outcome);
    case 'notSent':
      return notSent(state, outcome.cause);
    case 'unknown':
      return notKnown(state, op, outcome.cause);
  }
}

const isWithdrawn = (cause: Cause): boolean =>
  (cause.kind === 'oneBoot' ? cause.cause : cause).kind === 'withdrawn';

function notSent(state: WithBoots, cause: Cause): Step<WithBoots> {
  const { therapy: from, stopping } = state;
  // An interrupted start goes on by itself once the link is back, so it is not called off.
  if (from.kind !== 'preparing' || from.step === 'interrupted' || stopping.kind !== 'none') {
    return readStatus(asBefore(state));
  }
  // A Stop withdrew the command, and is over already. Whoever pressed Stop knows that the start is called off.
  if (isWithdrawn(cause)) return step(withTherapy(state, calledOff(from)));
  return step(outOfReach(state, from, cause));
}

/** emptying/watch-air.ts decides what follows from the outcome of a Stop. */
function stopAnswered(before: WithBoots, outcome: CommandOutcome): Step<WithBoots> {
  const { now } = before;
  const state = { ...before, stopping: onStopOutcome(before.stopping) };
  return outcome.kind === 'acknowledged'
    ? readStatus({ ...state, stopping: onStopAnswer(state.stopping, now) })
    : step(state);
}

/**
 * A token that the boots granted before stays valid. Nothing changes if this page does not ask for control any more, because the boots
 * restarted or another controller took control.
 */
function notGranted(state: WithBoots): WithBoots {
  const from = state.control;
  if (from.kind !== 'asked') return state;
  return {
    ...state,
    control:
      from.token === 0
        ? control.move(from, 'not granted', {})
        : control.move(from, 'not granted, but held before', { token: from.token }),
  };
}

/** A start that waits for control is called off, because without a response there is no token. */
function notKnown(state: WithBoots, op: Op, cause: Cause): Step<WithBoots> {
  const sides = cause.kind === 'oneBoot' ? [cause.side] : [];
  const isLost = (cause.kind === 'oneBoot' ? cause.cause : cause).kind === 'grantLost';
  const { therapy: from, stopping } = state;
  const waits = from.kind === 'preparing' && from.step === 'control' && stopping.kind === 'none';
  if (op === 'requestControl' && waits) {
    return stopNow(addNotice(state, isLost ? { kind: 'grantLost', sides } : { kind: 'silent' }));
  }
  return readStatus(changesState.includes(op) ? unsure(state, op) : state);
}

/** Marks a session of this page as unsure, unless the session is over or being stopped. */
function unsure(state: WithBoots, asked: Op): WithBoots {
  const from = state.therapy;
  if (state.stopping.kind !== 'none') return state;
  switch (from.kind) {
    case 'preparing':
      // The boots will be read once the link is back, and their status decides the outcome.
      return from.step === 'interrupted' ? state : withTherapy(state, nowUnsure(from, asked));
    case 'running':
    case 'pausing':
    case 'paused':
    case 'resuming':
      return withTherapy(state, nowUnsure(from, asked));
    default:
      return state;
  }
}

function asBefore(state: WithBoots): WithBoots {
  const from = state.therapy;
  if (from.kind !== 'pausing' && from.kind !== 'resuming') return state;
  const told = from.kind === 'pausing' ? notHeldForFit(state) : state;
  return withTherapy(told, withoutEffect(from, state.now));
}

/** Calls off the start, with two notices: that nothing has begun, which stays, and why, which goes once the boots are read again. */
const outOfReach = (state: WithBoots, from: TherapyOf<'preparing'>, cause: Cause): WithBoots =>
  addNotice(addNotice(withTherapy(state, calledOff(from)), { kind: 'notBegun' }), {
    kind: 'couldNotConnect',
    cause,
  });

function acknowledged(state: WithBoots, op: Op, response: Success): Step<WithBoots> {
  if (response.op === 'requestControl') return granted(state, response.token);
  const from = state.therapy;
  if (op === 'prepare' && from.kind === 'preparing' && from.step === 'prepare') {
    return readStatus(withTherapy(state, nextStep(from, 'zeroing', state.now)));
  }
  return op === 'acknowledgeFault' ? readStatus(state) : step(state);
}

function granted(before: WithBoots, token: number): Step<WithBoots> {
  const from = before.control;
  if (from.kind !== 'asked') return step(before);
  const free = dropNotices(before, 'controlLost', 'heldByAnother', 'needsPress', 'pressed');
  const state: WithBoots = {
    ...free,
    control: control.move(from, 'granted', { token }),
    pressWanted: null,
  };
  switch (from.to) {
    case 'start':
      // Stop may have been pressed while control was asked for: then nothing is prepared any more.
      return state.therapy.kind === 'preparing' &&
        state.therapy.step === 'control' &&
        state.stopping.kind === 'none'
        ? prepare(state, state.therapy)
        : step(state);
    case 'acknowledge':
      return acknowledge(state);
    case 'deleteRecords':
      return mayDeleteRecords(state)
        ? step(state, { kind: 'command', request: { op: 'deleteRecords', through: 0 } })
        : step(state);
    case 'goOn':
      return step(state);
  }
}

function acknowledge(state: WithBoots): Step<WithBoots> {
  const { fault } = state.status;
  if (fault === 'none') return step(state);
  return step(state, { kind: 'command', request: { op: 'acknowledgeFault', fault: faultCodes[fault] } });
}

function prepare(state: WithBoots, from: TherapyOf<'preparing'>): Step<WithBoots> {
  const { boots, setup, own, now } = state;
  const { feature, shape } = boots;
  const { confirmed } = setup.settings;
  const allowance = allowanceOf(feature, own);
  return step(
    { ...withTherapy(state, nextStep(from, 'prepare', now)), lastSentAt: now, allowance },
    {
      kind: 'command',
      request: {
        op: 'prepare',
        highestTarget: highestTargetOf(shape, confirmed),
        flags: { above80Confirmed: confirmed },
        longestWall: longestWall(setup.settings, shape),
        allowance,
        program: programName(setup.settings.program.name),
      },
    },
  );
}

type Rejected = Extract<CommandOutcome, { kind: 'rejected' }>;

function rejected(before: WithBoots, op: Op, outcome: Rejected): Step<WithBoots> {
  const { response } = outcome;
  const preparing =
    before.therapy.kind === 'preparing' && before.stopping.kind === 'none' ? before.therapy : null;
  const isLate = needNoNotice.includes(op) && response.result === 'notPermitted';
  if (isLate && (op === 'ceiling' || !preparing)) return readStatus(before);
  // The boots are not ready any more, for example because somebody pressed the button on them. Their status will say so.
  if (op === 'start' && response.result === 'notPermitted' && response.reason === 'wrongState')
    return readStatus(before);
  const notice = noticeOf(op, outcome, preparing !== null);
  const state = notice.kind === 'needsPress' ? { ...before, pressWanted: notice } : before;
  if (preparing) return step(addNotice(withTherapy(state, calledOff(preparing)), notice));
  // Nobody pressed this Pause.
  const isOwn = op === 'pause' && notice.kind === 'refused' && isHeldForFit(state);
  return andThen(step(isOwn ? asBefore(state) : addNotice(asBefore(state), notice)), readStatus);
}

function noticeOf(op: Op, { response, sides = [] }: Rejected, toStart: boolean): Message {
  if (response.result === 'needsPress') return { kind: 'needsPress', sides, toStart };
  if (response.result === 'notPermitted') {
    if (response.reason === 'heldByAnother') return { kind: 'heldByAnother', sides };
    if (response.reason === 'noControl') return { kind: 'controlLost' };
  }
  if (response.result === 'notSupported') {
    return {
      kind: 'wrongVersion',
      theirs: versionText(response.major, response.minor),
      ours: PROTOCOL_VERSION,
    };
  }
  return { kind: 'refused', command: op, reason: response.result };
}
