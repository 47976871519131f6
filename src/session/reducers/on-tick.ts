/** What is due: keep-alives, repeats of Stop, questions to silent boots. A tick only says "look at the time". */

import { ALLOWANCE_TO_THE_END } from '../../../firmware-protocol/command.ts';
import { elapsed } from '../../../firmware-protocol/quantities.ts';
import { type Stopping, stopNow } from '../regions/stopping.ts';
import { type TherapyOf, therapy } from '../regions/therapy.ts';
import { allowanceOf, isSessionOn, type Together } from '../state.ts';
import { andThen, ask, noticed, type Step, step, withTherapy } from '../step.ts';

/** All in ms. */
const STOP_AGAIN = 300;
/** A Stop not acknowledged for this long is said, large: the person has hands. */
const STOP_UNCONFIRMED = 1000;
const KEEP_ALIVE_TO_THE_END = 10_000;
/** Boots notify how they are at least once a second while a session is on; their measurements come also after its end. */
const SILENT = 3000;
const ASK_AGAIN = 1500;
/** Boots drop a link on which nothing is sent for 120 s. */
const KEEP_LINK = 30_000;
/** Emptying and zeroing take 18 s at most; no other step of preparing takes longer. */
const PREPARING = 20_000;
/**
 * Pausing takes a second, resuming some more while its first cycle is sent. After this it is not known how they went; and while
 * the page says that the air is going out, it must be.
 */
const HALFWAY = { pausing: 3000, resuming: 10_000 };

export function onTick(state: Together): Step<Together> {
  if (state.stopping.kind === 'asked') return stillStopping(state, state.stopping);
  if (state.link.kind !== 'connected') return step(state);
  const from = state.therapy;
  if (state.stopping.kind === 'none') {
    if (from.kind === 'preparing' && elapsed(from.since, state.now) > PREPARING) {
      return stopNow(noticed(state, { kind: 'silent' }));
    }
    if (isHalfway(from) && elapsed(from.since, state.now) > HALFWAY[from.kind]) {
      return ask(withTherapy(state, therapy.move(from, 'an outcome is unknown', { plan: from.plan })));
    }
  }
  return andThen(keepAlive(state), (next) => (isToAsk(next) ? ask(next) : step(next)));
}

const isHalfway = (from: Together['therapy']): from is TherapyOf<'pausing'> | TherapyOf<'resuming'> =>
  from.kind === 'pausing' || from.kind === 'resuming';

function stillStopping(
  state: Together,
  { since, sentAt }: Extract<Stopping, { kind: 'asked' }>,
): Step<Together> {
  const told =
    elapsed(since, state.now) > STOP_UNCONFIRMED
      ? noticed(state, { kind: 'stopNotConfirmed', sides: state.unstopped })
      : state;
  return elapsed(sentAt, state.now) >= STOP_AGAIN && state.link.kind === 'connected'
    ? stopNow(told)
    : step(told);
}

const keptAlive: readonly Together['therapy']['kind'][] = [
  'preparing',
  'running',
  'pausing',
  'paused',
  'resuming',
];

function keepAlive(state: Together): Step<Together> {
  const { boots, therapy: from, control, stopping } = state;
  if (control.kind === 'none' || stopping.kind !== 'none' || !keptAlive.includes(from.kind))
    return step(state);
  const allowance = allowanceOf(boots.feature);
  const period = allowance === ALLOWANCE_TO_THE_END ? KEEP_ALIVE_TO_THE_END : (allowance * 1000) / 3;
  if (elapsed(state.spokenAt, state.now) < period) return step(state);
  return step({ ...state, spokenAt: state.now }, { kind: 'command', request: { op: 'keepAlive' } });
}

function isToAsk(state: Together): boolean {
  const { askedAt, statusAt, therapy: from, now } = state;
  const asked = elapsed(askedAt, now);
  if (from.kind === 'unsure' && state.stopping.kind === 'none') return asked > ASK_AGAIN;
  // Nothing else is sent to these.
  if (!isSessionOn(state) || from.kind === 'found') {
    if (asked > KEEP_LINK) return true;
    if (from.kind !== 'found') return false;
  }
  return elapsed(statusAt, now) > SILENT && asked > ASK_AGAIN;
}
