/** What became of a command, and what follows. */

import type { Op } from '../../firmware-protocol/command.ts';
import type { Outcome } from '../../firmware-protocol/response.ts';
import { faultCodes } from '../../firmware-protocol/status.ts';
import type { CommandOutcome } from '../boots/command-outcome.ts';
import { highestTargetOf } from '../program/boots-shape.ts';
import { longestWall } from '../timeline/script.ts';
import { noticed, without } from './notices.ts';
import { allowanceOf, type SessionState } from './state.ts';
import { andThen, ask, enter, type Step, step } from './step.ts';
import { answered, settled } from './stopping.ts';
import { isActive, type Message } from './view.ts';

/** Commands that change where the session stands: not knowing their outcome is not knowing the state. */
const changesState: readonly Op[] = ['prepare', 'start', 'pause', 'resume'];
/** Nobody pressed these: not permitted, they came when the session was over or somebody else's, which the status tells. */
const unpressed: readonly Op[] = ['ceiling', 'keepAlive'];

export function concluded(before: SessionState, op: Op, outcome: CommandOutcome): Step {
  if (op === 'stop') return stopped(before, outcome);
  const granted = outcome.kind === 'acknowledged';
  // Without control nothing is acknowledged: the person is told why, and asks again.
  const state = op === 'requestControl' && !granted ? { ...before, acknowledging: false } : before;
  switch (outcome.kind) {
    case 'acknowledged':
      return acknowledged({ ...state, heardAt: state.now }, op, outcome.response);
    case 'rejected':
      return rejected({ ...state, heardAt: state.now }, op, outcome);
    case 'notSent':
      return state.phase === 'preparing'
        ? step(noticed(enter(state, 'idle'), { kind: 'couldNotConnect', detail: outcome.detail }), {
            kind: 'endFeed',
          })
        : ask(back(state));
    case 'unknown':
      return ask(changesState.includes(op) && isAtWork(state) ? enter(state, 'unsure') : state);
  }
}

/** Neither over, nor being stopped, nor somebody else's. */
const isAtWork = ({ phase }: SessionState): boolean =>
  isActive(phase) && phase !== 'stopping' && phase !== 'found';

/** Where a command that certainly changed nothing leaves the session. */
function back(state: SessionState): SessionState {
  if (state.phase === 'pausing') return enter(state, 'running');
  return state.phase === 'resuming' ? enter(state, 'paused') : state;
}

/** What follows from it is in emptying.ts. */
function stopped(state: SessionState, outcome: CommandOutcome): Step {
  const { now } = state;
  const stopping = state.stopping && settled(state.stopping);
  if (outcome.kind !== 'acknowledged') return step({ ...state, stopping });
  return ask({ ...state, stopping: stopping && answered(stopping, now), heardAt: now });
}

function acknowledged(state: SessionState, op: Op, response: Extract<Outcome, { result: 'success' }>): Step {
  if (response.op === 'requestControl') {
    const free = without(state, 'controlLost', 'heldByAnother', 'needsPress');
    const held = { ...free, token: response.token, acknowledging: false };
    if (state.phase === 'preparing' && state.preparing === 'control') return prepare(held);
    return state.acknowledging ? acknowledge(held) : step(held);
  }
  if (op === 'prepare' && state.phase === 'preparing') {
    return ask({ ...state, preparing: 'zeroing', since: state.now });
  }
  return op === 'acknowledgeFault' ? ask(state) : step(state);
}

/** The fault that is latched by now, which a person has read. */
function acknowledge(state: SessionState): Step {
  const fault = state.status?.fault ?? 'none';
  if (fault === 'none') return step(state);
  return step(state, { kind: 'command', request: { op: 'acknowledgeFault', fault: faultCodes[fault] } });
}

function prepare(state: SessionState): Step {
  const { boots, settings } = state;
  if (!boots) return step(state);
  const { feature, shape } = boots;
  return step(
    { ...state, preparing: 'prepare', since: state.now, spokenAt: state.now },
    {
      kind: 'command',
      request: {
        op: 'prepare',
        highestTarget: highestTargetOf(feature, settings.confirmed),
        flags: { above80Confirmed: settings.confirmed },
        longestWall: longestWall(settings, shape),
        allowance: allowanceOf(feature),
      },
    },
  );
}

type Rejected = Extract<CommandOutcome, { kind: 'rejected' }>;

function rejected(state: SessionState, op: Op, outcome: Rejected): Step {
  const { response } = outcome;
  const isLate = unpressed.includes(op) && response.result === 'notPermitted';
  if (isLate && (op === 'ceiling' || state.phase !== 'preparing')) return ask(state);
  // No longer ready: somebody at the boots was quicker, and their status tells.
  if (op === 'start' && response.result === 'notPermitted' && response.reason === 'wrongState')
    return ask(state);
  const notice = noticeOf(op, outcome);
  if (state.phase === 'preparing') {
    return step(noticed(enter(state, 'idle'), notice), { kind: 'endFeed' });
  }
  return andThen(step(noticed(back(state), notice)), ask);
}

function noticeOf(op: Op, { response, sides = [] }: Rejected): Message {
  if (response.result === 'needsPress') return { kind: 'needsPress', sides };
  if (response.result === 'notPermitted') {
    if (response.reason === 'heldByAnother') return { kind: 'heldByAnother', sides };
    if (response.reason === 'noControl') return { kind: 'controlLost' };
  }
  if (response.result === 'notSupported') {
    return { kind: 'wrongVersion', theirs: `${response.major}.${response.minor}`, ours: '1.0' };
  }
  return { kind: 'refused', command: op, reason: response.result };
}
