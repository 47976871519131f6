/** The state machine of a session: from a state and an event to the next state and effects. Pure: the time comes with the event. */

import type { Instant } from '../../firmware-protocol/quantities.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { LegBreach } from './effects/pressure-guard.ts';
import { watchAir } from './emptying/watch-air.ts';
import type { SessionEvent, WorldEvent } from './event.ts';
import type { IntentEvent } from './intents.ts';
import type { Message } from './notices/notice.ts';
import { addNotice, chooseShown } from './notices/notices.ts';
import { onIntent } from './reducers/on-intent.ts';
import { onLink, onReopened } from './reducers/on-link.ts';
import { onMisfit } from './reducers/on-misfit.ts';
import { onOpened } from './reducers/on-opened.ts';
import { onOutcome } from './reducers/on-outcome.ts';
import { withinOwnLimits } from './reducers/on-own-limits.ts';
import { onScheduled } from './reducers/on-scheduled.ts';
import { onDisowned, onGarbled, onStatus, onTelemetry } from './reducers/on-status.ts';
import { onTick } from './reducers/on-tick.ts';
import { onUnstopped } from './reducers/on-unstopped.ts';
import { onWoke } from './reducers/on-woke.ts';
import { link } from './regions/link.ts';
import { isStopDue } from './regions/stopping.ts';
import { isPlanned, isUnderWay, stageOf } from './regions/therapy.ts';
import { hasBoots, isStopping, type SessionState, type WithBoots, type WithoutBoots } from './state.ts';
import { andThen, type Step, step, withSettings } from './step.ts';
import { barredBy, stopNow } from './stop-now.ts';

export function reduce(before: SessionState, event: SessionEvent, now: Instant): Step {
  const answered = answer({ ...before, now }, event);
  const settled = andThen(answered, (after) => watchAir(before, proven(after)));
  const { state, effects } = withScheduler(before, atEnds(before, settled));
  return { state: chooseShown(before, withinOwnLimits(state)), effects };
}

/** A link that is up proves that the browser's Bluetooth answers. */
const proven = (state: SessionState): SessionState =>
  state.link.kind === 'connected' && state.bluetooth !== 'answers'
    ? { ...state, bluetooth: 'answers' }
    : state;

function answer(state: SessionState, event: SessionEvent): Step {
  switch (event.kind) {
    case 'opened':
      return onOpened(state, event);
    case 'bluetooth':
      return step({ ...state, bluetooth: event.state });
    case 'chosen':
    case 'notChosen':
    case 'openFailed':
      // Connected boots stay, whatever the result of an attempt to choose others.
      return hasBoots(state) ? step(state) : onEventWithoutBoots(state, event);
    case 'notAdded':
    case 'link':
    case 'reopened':
    case 'status':
    case 'telemetry':
    case 'garbled':
    case 'misfit':
    case 'unstopped':
    case 'standingStill':
    case 'limitBroken':
    case 'outcome':
    case 'scheduled':
    case 'disowned':
    case 'woke':
    case 'failed':
    case 'tick':
      // An event of boots that have been disconnected is dropped.
      return hasBoots(state) ? onBootsEvent(state, event) : step(state);
    default:
      return onIntent(state, event satisfies IntentEvent);
  }
}

type Of<Kind extends WorldEvent['kind']> = Extract<WorldEvent, { kind: Kind }>;

/** Drops the result of choosing or opening boots if the attempt was given up in the meantime. */
function onEventWithoutBoots(state: WithoutBoots, event: Of<'chosen' | 'notChosen' | 'openFailed'>): Step {
  const from = state.link;
  switch (event.kind) {
    case 'chosen':
      return from.kind === 'choosing' ? step({ ...state, link: link.move(from, 'chosen', {}) }) : step(state);
    case 'notChosen':
      return from.kind === 'choosing'
        ? step(addNotice({ ...state, link: link.move(from, 'nothing was chosen', {}) }, notChosen(event)))
        : step(state);
    case 'openFailed':
      return from.kind === 'connecting'
        ? step(addNotice({ ...state, link: link.move(from, 'could not be opened', {}) }, event.failure))
        : step(state);
  }
}

function onBootsEvent(
  state: WithBoots,
  event: Of<
    | 'notAdded'
    | 'link'
    | 'reopened'
    | 'status'
    | 'telemetry'
    | 'garbled'
    | 'misfit'
    | 'unstopped'
    | 'standingStill'
    | 'limitBroken'
    | 'outcome'
    | 'scheduled'
    | 'disowned'
    | 'woke'
    | 'failed'
    | 'tick'
  >,
): Step<WithBoots> {
  switch (event.kind) {
    case 'notAdded':
      return step(addNotice(state, { kind: 'notAPair', why: event.why }));
    case 'link':
      return onLink(state, event.state);
    case 'reopened':
      return onReopened(state, event.failure);
    case 'status':
      return onStatus(state, event.status);
    case 'telemetry':
      return onTelemetry(state, event.telemetry);
    case 'garbled':
      return onGarbled(state, event.cause);
    case 'misfit':
      return onMisfit(state, event.findings);
    case 'unstopped':
      return onUnstopped(state, event.sides);
    case 'standingStill':
      return onStandingStill(state, event.sides);
    case 'limitBroken':
      return onLimitBroken(state, event.broken);
    case 'outcome':
      return onOutcome(state, event.op, event.outcome);
    case 'scheduled':
      return onScheduled(state, event.result);
    case 'disowned':
      return onDisowned(state);
    case 'woke':
      return onWoke(state);
    case 'failed':
      return onFailed(state, event.error);
    case 'tick':
      return onTick(state);
  }
}

/** Stops boots that stand still, whoever started them, because they keep squeezing whatever they squeeze. */
const onStandingStill = (state: WithBoots, sides: readonly Side[]): Step<WithBoots> =>
  state.stopping.kind === 'none'
    ? stopNow(addNotice(barredBy(state, 'standingStill'), { kind: 'standingStill', sides }))
    : step(state);

/** Stops boots whose measured pressures break a limit: they do not play what was planned, or do not enforce a limit. */
function onLimitBroken(state: WithBoots, { zone, ...broken }: LegBreach): Step<WithBoots> {
  if (state.stopping.kind !== 'none') return step(state);
  const part = zone === null ? null : (state.boots.shape.parts[zone] ?? null);
  return stopNow(addNotice(barredBy(state, 'limitBroken'), { kind: 'limitBroken', ...broken, part }));
}

const onFailed = (state: WithBoots, error: unknown): Step<WithBoots> =>
  stopNow(addNotice(barredBy(state, 'failed'), { kind: 'failed', detail: String(error) }));

/**
 * Like `reduce`, but if the reducer throws, the event is dropped and connected boots are stopped, unless they are being stopped
 * already.
 * @param answered the reducer
 */
export function safely(before: SessionState, event: SessionEvent, now: Instant, answered = reduce): Step {
  try {
    return answered(before, event, now);
  } catch (error) {
    if (!hasBoots(before)) return step(before);
    const dated = { ...before, now };
    // Even if the reducer throws at every event, Stop is repeated no more often than an unconfirmed Stop.
    if (dated.stopping.kind !== 'none' && !isStopDue(dated.stopping, now)) return step(dated);
    const { state, effects } = onFailed(dated, error);
    return { state: chooseShown(before, state), effects };
  }
}

function notChosen({ reason, detail }: Of<'notChosen'>): Message {
  switch (reason) {
    case 'cancelled':
      return { kind: 'chooserCancelled' };
    case 'failed':
      return { kind: 'couldNotConnect', cause: { kind: 'link', detail } };
    default:
      return { kind: 'noBluetooth', why: reason };
  }
}

const kindIn = (state: SessionState) => (hasBoots(state) ? state.therapy.kind : null);

/**
 * Notes when a session begins and when it ends. When it ends, or another controller has it, also withdraws the confirmation of high
 * pressures, which is valid for one session.
 */
function atEnds(before: SessionState, { state: after, effects }: Step): Step {
  const now = kindIn(after);
  const begins =
    hasBoots(after) && isUnderWay(after.therapy) && !(hasBoots(before) && isUnderWay(before.therapy));
  const state = begins ? { ...after, begunAt: after.now } : after;
  if (!hasBoots(state) || now === kindIn(before) || (now !== 'ended' && now !== 'found')) {
    return { state, effects };
  }
  const { settings } = state.setup;
  const over = now === 'ended' ? { ...state, endedAt: state.now } : state;
  const forgetful = settings.confirmed ? withSettings(over, { ...settings, confirmed: false }) : over;
  return { state: forgetful, effects };
}

/** Tells the scheduler when the stage changes, and drops the scheduler when its program is over. */
function withScheduler(before: SessionState, { state, effects }: Step): Step {
  const was = stageIn(before);
  const is = stageIn(state);
  if (was === is) return { state, effects };
  if (was !== null && is === null) return { state, effects: [...effects, { kind: 'retire' }] };
  const hasStage = effects.some(
    (effect) =>
      effect.kind === 'schedule' && (effect.event.kind === 'report' || effect.event.kind === 'resume'),
  );
  if (was === null || is === null || hasStage) return { state, effects };
  return { state, effects: [{ kind: 'schedule', event: { kind: 'stage', stage: is } }, ...effects] };
}

/**
 * The stage of the running program; null without one. A program that is being stopped has no stage, because its scheduler has been
 * dropped.
 */
const stageIn = (state: SessionState) =>
  hasBoots(state) && isPlanned(state.therapy) && !isStopping(state) ? stageOf(state.therapy) : null;
