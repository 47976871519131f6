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
import { addNotice, dropNotices } from '../notices/notices.ts';
import { control } from '../regions/control.ts';
import { answered, settled } from '../regions/stopping.ts';
import { type TherapyOf, therapy } from '../regions/therapy.ts';
import { allowanceOf, type Together } from '../state.ts';
import { andThen, ask, type Step, step, withTherapy } from '../step.ts';
import { stopNow } from '../stop-now.ts';

/** Commands that change the state of the session: if their outcome is unknown, so is the state. */
const changesState: readonly Op[] = ['prepare', 'start', 'pause', 'resume'];
/** Commands no person asked for. *Not permitted* means that the session is over or another controller's, which the status shows. */
const unpressed: readonly Op[] = ['ceiling', 'keepAlive'];

export function onOutcome(before: Together, op: Op, outcome: CommandOutcome): Step<Together> {
  if (op === 'stop') return stopAnswered(before, outcome);
  const state = op === 'requestControl' && outcome.kind !== 'acknowledged' ? notGranted(before) : before;
  switch (outcome.kind) {
    case 'acknowledged':
      return acknowledged(state, op, outcome.response);
    case 'rejected':
      return rejected(state, op, outcome);
    case 'notSent':
      // Once its link is back, an interrupted start goes on by itself.
      return state.therapy.kind === 'preparing' &&
        state.therapy.step !== 'interrupted' &&
        state.stopping.kind === 'none'
        ? step(outOfReach(state, state.therapy, outcome.cause))
        : ask(asBefore(state));
    case 'unknown':
      return notKnown(state, op, outcome.cause);
  }
}

/** emptying/watch-air.ts decides what follows. */
function stopAnswered(before: Together, outcome: CommandOutcome): Step<Together> {
  const { now } = before;
  const state = { ...before, stopping: settled(before.stopping) };
  return outcome.kind === 'acknowledged'
    ? ask({ ...state, stopping: answered(state.stopping, now) })
    : step(state);
}

/** Without control nothing can be acknowledged. A token granted before stays valid. */
function notGranted(state: Together): Together {
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

/** Calls off a start that waits for control: without an answer there is no token. */
function notKnown(before: Together, op: Op, cause: Cause): Step<Together> {
  const sides = cause.kind === 'oneBoot' ? [cause.side] : [];
  const isLost = (cause.kind === 'oneBoot' ? cause.cause : cause).kind === 'grantLost';
  const state = isLost ? { ...before, lostGrant: before.status.holder } : before;
  const { therapy: from, stopping } = state;
  const waits = from.kind === 'preparing' && from.step === 'control' && stopping.kind === 'none';
  if (op === 'requestControl' && waits) {
    return stopNow(addNotice(state, isLost ? { kind: 'grantLost', sides } : { kind: 'silent' }));
  }
  return ask(changesState.includes(op) ? unsure(state, op) : state);
}

/** Marks a session of this page as unsure, unless it is over or being stopped. */
function unsure(state: Together, asked: Op): Together {
  const from = state.therapy;
  if (state.stopping.kind !== 'none') return state;
  switch (from.kind) {
    case 'preparing':
      // The boots are read once the link is back.
      return from.step === 'interrupted'
        ? state
        : withTherapy(state, therapy.move(from, 'an outcome is unknown', { plan: from.plan, asked }));
    case 'running':
    case 'pausing':
    case 'paused':
    case 'resuming':
      return withTherapy(state, therapy.move(from, 'an outcome is unknown', { plan: from.plan, asked }));
    default:
      return state;
  }
}

/** The session after a command that certainly changed nothing. */
function asBefore(state: Together): Together {
  const from = state.therapy;
  switch (from.kind) {
    case 'pausing':
      return withTherapy(state, therapy.move(from, 'it did not happen', { plan: from.plan }));
    case 'resuming':
      return withTherapy(
        state,
        therapy.move(from, 'it did not happen', { since: state.now, plan: from.plan }),
      );
    default:
      return state;
  }
}

const notBegun = (state: Together, from: TherapyOf<'preparing'>): Together =>
  withTherapy(state, therapy.move(from, 'called off, refused or not sent', {}));

/** Two notices: that nothing has begun stays, and why goes once the boots are read again. */
const outOfReach = (state: Together, from: TherapyOf<'preparing'>, cause: Cause): Together =>
  addNotice(addNotice(notBegun(state, from), { kind: 'notBegun' }), { kind: 'couldNotConnect', cause });

function acknowledged(state: Together, op: Op, response: Success): Step<Together> {
  if (response.op === 'requestControl') return granted(state, response.token);
  const from = state.therapy;
  if (op === 'prepare' && from.kind === 'preparing' && from.step === 'prepare') {
    const zeroing = therapy.move(from, 'the next step', { ...from, step: 'zeroing', since: state.now });
    return ask(withTherapy(state, zeroing));
  }
  return op === 'acknowledgeFault' ? ask(state) : step(state);
}

function granted(before: Together, token: number): Step<Together> {
  const from = before.control;
  if (from.kind !== 'asked') return step(before);
  const free = dropNotices(before, 'controlLost', 'heldByAnother', 'needsPress');
  const state: Together = { ...free, control: control.move(from, 'granted', { token }) };
  switch (from.to) {
    case 'start':
      return state.therapy.kind === 'preparing' && state.therapy.step === 'control'
        ? prepare(state, state.therapy)
        : step(state);
    case 'acknowledge':
      return acknowledge(state);
    case 'goOn':
      return step(state);
  }
}

/** Acknowledges the latched fault, which a person has read. */
function acknowledge(state: Together): Step<Together> {
  const { fault } = state.status;
  if (fault === 'none') return step(state);
  return step(state, { kind: 'command', request: { op: 'acknowledgeFault', fault: faultCodes[fault] } });
}

function prepare(state: Together, from: TherapyOf<'preparing'>): Step<Together> {
  const { boots, wishes, own, now } = state;
  const { feature, shape } = boots;
  const { confirmed } = wishes.settings;
  const next = therapy.move(from, 'the next step', { ...from, step: 'prepare', since: now });
  return step(
    { ...withTherapy(state, next), spokenAt: now },
    {
      kind: 'command',
      request: {
        op: 'prepare',
        highestTarget: highestTargetOf(shape, confirmed),
        flags: { above80Confirmed: confirmed },
        longestWall: longestWall(wishes.settings, shape),
        allowance: allowanceOf(feature, own),
        program: programName(wishes.settings.program.name),
      },
    },
  );
}

type Rejected = Extract<CommandOutcome, { kind: 'rejected' }>;

function rejected(state: Together, op: Op, outcome: Rejected): Step<Together> {
  const { response } = outcome;
  const preparing =
    state.therapy.kind === 'preparing' && state.stopping.kind === 'none' ? state.therapy : null;
  const isLate = unpressed.includes(op) && response.result === 'notPermitted';
  if (isLate && (op === 'ceiling' || !preparing)) return ask(state);
  // The boots are no longer ready because somebody pressed their button; their status shows it.
  if (op === 'start' && response.result === 'notPermitted' && response.reason === 'wrongState')
    return ask(state);
  const notice = noticeOf(state, op, outcome);
  if (preparing) return step(addNotice(notBegun(state, preparing), notice));
  return andThen(step(addNotice(asBefore(state), notice)), ask);
}

function noticeOf({ status, lostGrant }: Together, op: Op, { response, sides = [] }: Rejected): Message {
  if (response.result === 'needsPress') return { kind: 'needsPress', sides };
  if (response.result === 'notPermitted') {
    if (response.reason === 'heldByAnother') {
      const isOurs = lostGrant !== 0 && lostGrant === status.holder;
      return { kind: isOurs ? 'grantLost' : 'heldByAnother', sides };
    }
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
