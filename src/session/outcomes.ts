/** What became of a command, and what follows. */

import type { Op } from '../../firmware-protocol/command.ts';
import { seconds } from '../../firmware-protocol/quantities.ts';
import type { Outcome } from '../../firmware-protocol/response.ts';
import type { CommandOutcome } from '../boots/command-outcome.ts';
import { allowanceOf, highestOf, type SessionState } from './state.ts';
import { andThen, ask, enter, noticed, type Step, step, stopObeyed } from './step.ts';
import { isActive, type Notice } from './view.ts';

/** Commands that change where the session stands: not knowing their outcome is not knowing the state. */
const changesState: readonly Op[] = ['prepare', 'start', 'pause', 'resume'];

export function concluded(state: SessionState, op: Op, outcome: CommandOutcome): Step {
  if (op === 'stop') return stopped(state, outcome);
  switch (outcome.kind) {
    case 'acknowledged':
      return acknowledged({ ...state, heardAt: state.now }, op, outcome.response);
    case 'rejected':
      return rejected({ ...state, heardAt: state.now }, op, outcome.response);
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

function stopped(state: SessionState, outcome: CommandOutcome): Step {
  if (outcome.kind !== 'acknowledged') return step(state);
  return ask({ ...stopObeyed(state), heardAt: state.now });
}

function acknowledged(state: SessionState, op: Op, response: Extract<Outcome, { result: 'success' }>): Step {
  if (response.op === 'requestControl') {
    const held = { ...state, token: response.token };
    return state.phase === 'preparing' && state.preparing === 'control' ? prepare(held) : step(held);
  }
  if (op === 'prepare' && state.phase === 'preparing') {
    return ask({ ...state, preparing: 'zeroing', since: state.now });
  }
  return op === 'acknowledgeFault' ? ask(state) : step(state);
}

function prepare(state: SessionState): Step {
  if (!state.boots) return step(state);
  const { feature, shape } = state.boots;
  return step(
    { ...state, preparing: 'prepare', since: state.now, spokenAt: state.now },
    {
      kind: 'command',
      request: {
        op: 'prepare',
        highestTarget: highestOf(feature),
        flags: { above80Confirmed: false },
        longestWall: seconds(Math.min(3600, shape.longestSession)),
        allowance: allowanceOf(feature),
      },
    },
  );
}

function rejected(state: SessionState, op: Op, response: Exclude<Outcome, { result: 'success' }>): Step {
  const notice = noticeOf(op, response);
  if (state.phase === 'preparing') {
    return step(noticed(enter(state, 'idle'), notice), { kind: 'endFeed' });
  }
  return andThen(step(noticed(back(state), notice)), ask);
}

function noticeOf(op: Op, response: Exclude<Outcome, { result: 'success' }>): Notice {
  if (response.result === 'needsPress') return { kind: 'needsPress' };
  if (response.result === 'notPermitted') {
    if (response.reason === 'heldByAnother') return { kind: 'heldByAnother' };
    if (response.reason === 'noControl') return { kind: 'controlLost' };
  }
  if (response.result === 'notSupported') {
    return { kind: 'wrongVersion', theirs: `${response.major}.${response.minor}`, ours: '1.0' };
  }
  return { kind: 'refused', command: op, reason: response.result };
}
