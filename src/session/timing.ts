/** What is due: keep-alives, repeats of Stop, questions to silent boots. A tick only says "look at the time". */

import { ALLOWANCE_TO_THE_END } from '../../firmware-protocol/command.ts';
import { elapsed } from '../../firmware-protocol/quantities.ts';
import { noticed } from './notices.ts';
import { allowanceOf, type SessionState } from './state.ts';
import { andThen, ask, enter, type Step, step, stopNow } from './step.ts';
import { isDue, type Stopping } from './stopping.ts';
import { isActive } from './view.ts';

/** All in ms. */
const UNTOLD = 700;
const ASK_WHETHER_STOPPED = 1000;
const KEEP_ALIVE_TO_THE_END = 10_000;
/** Boots notify how they are at least once a second while a session runs; what they measure comes also after its end. */
const SILENT = 3000;
const ASK_AGAIN = 1500;
/** Boots drop a link on which nothing is sent for 120 s. */
const KEEP_LINK = 30_000;
/** Emptying and zeroing take 18 s at most; no other step of preparing takes longer. */
const PREPARING = 20_000;
/**
 * Pausing takes a second, resuming some more while its first cycle is sent; after this it is not known how they went. While it is
 * said that the air is going out it must.
 */
const HALFWAY = { pausing: 3000, resuming: 10_000 } as const;

export function tick(state: SessionState): Step {
  if (!state.boots) return step(state);
  if (state.stopping) return stillStopping(state, state.stopping);
  if (state.link !== 'connected') return step(state);
  const since = elapsed(state.since, state.now);
  if (state.phase === 'preparing' && since > PREPARING) {
    return stopNow(noticed(state, { kind: 'silent' }));
  }
  if ((state.phase === 'pausing' || state.phase === 'resuming') && since > HALFWAY[state.phase]) {
    return ask(enter(state, 'unsure'));
  }
  return andThen(keepAlive(state), (next) => (isToAsk(next) ? ask(next) : step(next)));
}

/** Stop again, where it is due; and how the boots are, since what they say to it may be lost. */
function stillStopping(state: SessionState, stopping: Stopping): Step {
  const { link, now, acknowledging } = state;
  if (link !== 'connected') return step(state);
  // What a person has asked for meanwhile is not withdrawn.
  const again = isDue(stopping, now) && !acknowledging ? stopNow(state) : step(state);
  const told = elapsed(state.statusAt, now);
  return told > UNTOLD && elapsed(state.askedAt, now) > ASK_WHETHER_STOPPED
    ? andThen(again, (next) => ask(next))
    : again;
}

function keepAlive(state: SessionState): Step {
  const { boots, phase } = state;
  if (!boots || !state.token || !['preparing', 'running', 'pausing', 'paused', 'resuming'].includes(phase)) {
    return step(state);
  }
  const allowance = allowanceOf(boots.feature);
  const period = allowance === ALLOWANCE_TO_THE_END ? KEEP_ALIVE_TO_THE_END : (allowance * 1000) / 3;
  if (elapsed(state.spokenAt, state.now) < period) return step(state);
  return step({ ...state, spokenAt: state.now }, { kind: 'command', request: { op: 'keepAlive' } });
}

function isToAsk(state: SessionState): boolean {
  const asked = elapsed(state.askedAt, state.now);
  const told = elapsed(state.statusAt, state.now);
  if (state.phase === 'unsure') return asked > ASK_AGAIN;
  // Nothing else is sent to these.
  if (!isActive(state.phase) || state.phase === 'found') {
    if (asked > KEEP_LINK) return true;
    if (state.phase !== 'found') return false;
  }
  return told > SILENT && asked > ASK_AGAIN;
}
