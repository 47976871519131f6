/** What a person asks for. */

import { mmhg } from '../../firmware-protocol/quantities.ts';
import { faultCodes } from '../../firmware-protocol/status.ts';
import type { Problem } from '../program/problem.ts';
import { asMeant, asProgrammed, type Program, type Settings } from '../program/program.ts';
import { LEAST_INTENSITY, LEAST_MINUTES, MOST_MINUTES, validate } from '../program/settings.ts';
import { checkTimeline } from '../safety/envelope.ts';
import { defaultFillModel } from '../safety/fill-model.ts';
import { fromStart, script } from '../timeline/script.ts';
import { changeRunning, resumeFresh } from './changes.ts';
import type { IntentEvent } from './event.ts';
import { highestOf, type SessionState } from './state.ts';
import { claimControl, enter, noticed, type Step, step, stopNow } from './step.ts';
import { isActive } from './view.ts';

export function intend(state: SessionState, event: IntentEvent): Step {
  switch (event.kind) {
    case 'connect':
      return state.link === 'none'
        ? step({ ...state, link: 'choosing', notice: null }, { kind: 'choose' })
        : step(state);
    case 'addOther':
      return state.boots && state.link === 'connected' && !isActive(state.phase)
        ? step(state, { kind: 'chooseOther' })
        : step(state);
    case 'disconnect':
      return disconnect(state);
    case 'choose':
      return choose(state, event.program);
    case 'setIntensity':
      return change(state, {
        intensity: mmhg(within(event.intensity, LEAST_INTENSITY, highestAllowed(state))),
      });
    case 'setMinutes':
      return change(state, { minutes: within(event.minutes, LEAST_MINUTES, MOST_MINUTES) });
    case 'setZone': {
      const { zones } = state.settings;
      const leg = [...zones[event.side]];
      while (leg.length <= event.zone) leg.push(asProgrammed);
      leg[event.zone] = event.setting;
      return change(state, { zones: { ...zones, [event.side]: leg } });
    }
    case 'confirm':
      return isActive(state.phase) ? step(state) : change(state, { confirmed: event.confirmed });
    case 'start':
      return start(state);
    case 'pause':
      return state.phase === 'running' && state.link === 'connected'
        ? step(
            { ...enter(state, 'pausing'), spokenAt: state.now },
            { kind: 'command', request: { op: 'pause' } },
          )
        : step(state);
    case 'resume':
      return state.phase === 'paused' && state.link === 'connected'
        ? resumeFresh(enter(state, 'resuming'))
        : step(state);
    case 'stop':
      return stop(state);
    case 'acknowledgeFault':
      return acknowledgeFault(state);
    case 'dismissNotice':
      return step({ ...(state.phase === 'ended' ? enter(state, 'idle') : state), notice: null });
  }
}

const change = (state: SessionState, settings: Partial<Settings>): Step =>
  changeRunning({ ...state, settings: { ...state.settings, ...settings } });

/** The nearest that may be asked for; a control can be dragged past its end. */
const within = (wish: number, least: number, most: number): number =>
  Number.isFinite(wish) ? Math.min(most, Math.max(least, wish)) : least;
const highestAllowed = ({ boots }: SessionState): number => (boots ? highestOf(boots.feature) : 80);

/**
 * While a session runs this is Stop first: nobody is left squeezed by leaving. The link is given up before that Stop is
 * acknowledged only once the person has been told that it is not.
 */
function disconnect(state: SessionState): Step {
  if (state.link === 'none') return step(state);
  if (isActive(state.phase) && state.phase !== 'stopping') return stop(state);
  if (state.stopping && state.notice?.kind !== 'stopNotConfirmed') return step(state);
  return step(
    {
      ...enter(state, 'idle'),
      link: 'none',
      boots: null,
      status: null,
      telemetry: null,
      running: null,
      stopping: null,
      token: 0,
    },
    { kind: 'endFeed' },
    { kind: 'giveUpLink' },
  );
}

function choose(state: SessionState, program: Program): Step {
  if (isActive(state.phase)) return step(state);
  const idle = enter(state, 'idle');
  return program === state.settings.program ? step(idle) : step({ ...idle, settings: asMeant(program) });
}

function start(state: SessionState): Step {
  const { boots, status } = state;
  if (!boots || !status || state.link !== 'connected' || isActive(state.phase) || state.stopping)
    return step(state);
  if (status.fault !== 'none') return step(state);
  const { settings } = state;
  const wrong = validate(settings, boots.shape);
  if (wrong.length > 0) return refuse(state, wrong);
  const fills = defaultFillModel(boots.shape);
  const plan = script(settings, boots.shape, fills, fromStart(settings, boots.shape));
  const unsafe = checkTimeline(plan.keyframes, boots.shape, fills, highestOf(boots.feature));
  if (unsafe.length > 0) return refuse(state, unsafe);
  const running = {
    script: plan,
    fills,
    change: null,
    mould: null,
    atMark: status,
  };
  return claimControl({ ...enter(state, 'preparing'), preparing: 'control', running, notice: null });
}

const refuse = (state: SessionState, problems: readonly Problem[]): Step =>
  step(noticed(state, { kind: 'programRefused', problems }));

/** Also when nothing seems to run: whoever presses Stop has a reason. */
function stop(state: SessionState): Step {
  if (!state.boots) return step(state);
  return stopNow(state);
}

function acknowledgeFault(state: SessionState): Step {
  const fault = state.status?.fault ?? 'none';
  if (fault === 'none') return step({ ...state, notice: null });
  const acknowledge = { op: 'acknowledgeFault', fault: faultCodes[fault] } as const;
  const claim = claimControl({ ...state, notice: null });
  return { state: claim.state, effects: [...claim.effects, { kind: 'command', request: acknowledge }] };
}
