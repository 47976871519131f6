/** Sends what is due: keep-alives, repeats of Stop, status reads of silent boots. A tick only says that time has passed. */

import { ALLOWANCE_TO_THE_END } from '../../../firmware-protocol/command.ts';
import { elapsed } from '../../../firmware-protocol/quantities.ts';
import { addNotice } from '../notices/notices.ts';
import { isDue, type UnderWay } from '../regions/stopping.ts';
import { type TherapyOf, therapy } from '../regions/therapy.ts';
import { allowanceOf, isSessionOn, type Together } from '../state.ts';
import { andThen, ask, type Step, step, withTherapy } from '../step.ts';
import { stopNow } from '../stop-now.ts';

/** In ms. */
const UNTOLD = 700;
const ASK_WHETHER_STOPPED = 1000;
const KEEP_ALIVE_TO_THE_END = 10_000;
/** Boots notify how they are at least once a second while a session is on; their measurements come also after its end. */
const SILENT = 3000;
const ASK_AGAIN = 1500;
/** Boots drop a link on which nothing is sent for 120 s. */
const KEEP_LINK = 30_000;
/** Emptying and zeroing take at most 18 s; no other step of preparing takes longer. */
const PREPARING = 20_000;
/**
 * Pausing takes a second; resuming takes a few, since its first cycle is sent first. After this their outcome counts as unknown: the page
 * must not go on saying that the air is going out.
 */
const HALFWAY = { pausing: 3000, resuming: 10_000 };

export function onTick(state: Together): Step<Together> {
  if (state.stopping.kind !== 'none') return stillStopping(state, state.stopping);
  if (state.link.kind !== 'connected') return step(state);
  if (state.unread) return step({ ...state, unread: false }, { kind: 'reopen' });
  const from = state.therapy;
  // After a lost link, what the boots are read to do decides (preparing.ts): they have not been silent.
  const isAtAStep = from.kind === 'preparing' && from.step !== 'interrupted';
  if (isAtAStep && elapsed(from.since, state.now) > PREPARING) {
    // Boots that are heard are not silent: a leg that moves keeps them from taking their zero.
    const isHeard = from.step === 'zeroing' && elapsed(state.statusAt, state.now) <= SILENT;
    return stopNow(
      addNotice(
        state,
        isHeard ? { kind: 'refused', command: 'prepare', reason: 'failed' } : { kind: 'silent' },
      ),
    );
  }
  if (isHalfway(from) && elapsed(from.since, state.now) > HALFWAY[from.kind]) {
    return ask(
      withTherapy(
        state,
        therapy.move(from, 'an outcome is unknown', {
          plan: from.plan,
          asked: from.kind === 'pausing' ? 'pause' : 'resume',
        }),
      ),
    );
  }
  return andThen(keepAlive(state), (next) => (isToAsk(next) ? ask(next) : step(next)));
}

const isHalfway = (from: Together['therapy']): from is TherapyOf<'pausing'> | TherapyOf<'resuming'> =>
  from.kind === 'pausing' || from.kind === 'resuming';

/** Repeats Stop where it is due, and reads the status, since the answer may have been lost. */
function stillStopping(state: Together, stopping: UnderWay): Step<Together> {
  const { link, now, control } = state;
  if (link.kind !== 'connected') return step(state);
  // A Stop would withdraw the request for control that an acknowledgement waits for.
  const acknowledging = control.kind === 'asked' && control.to === 'acknowledge';
  const again = isDue(stopping, now) && !acknowledging ? stopNow(state) : step(state);
  const isSilent = elapsed(state.statusAt, now) > UNTOLD && elapsed(state.askedAt, now) > ASK_WHETHER_STOPPED;
  return isSilent ? andThen(again, ask) : again;
}

const keptAlive: readonly Together['therapy']['kind'][] = [
  'preparing',
  'running',
  'pausing',
  'paused',
  'resuming',
];

function keepAlive(state: Together): Step<Together> {
  const { boots, own, therapy: from, control, stopping } = state;
  if (control.kind === 'none' || stopping.kind !== 'none' || !keptAlive.includes(from.kind))
    return step(state);
  const allowance = allowanceOf(boots.feature, own);
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
