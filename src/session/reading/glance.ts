/** A flat summary of the state for command lines and tests. Pages read the view. */

import type { Status } from '../../../firmware-protocol/status.ts';
import type { Telemetry } from '../../../firmware-protocol/telemetry.ts';
import type { Settings } from '../../program/program.ts';
import type { Plan } from '../../scheduler/plan.ts';
import { tokenOf } from '../regions/control.ts';
import type { UnderWay } from '../regions/stopping.ts';
import type { Preparing } from '../regions/therapy.ts';
import { type BootsFacts, isTogether, phaseOf, planIn, type SessionState } from '../state.ts';
import type { LinkState, Notice, Phase } from '../view.ts';

export interface Glance {
  readonly link: LinkState;
  readonly phase: Phase;
  /** Which step between Start and running is under way; null = none. */
  readonly preparing: Preparing | null;
  readonly notice: Notice | null;
  readonly settings: Settings;
  readonly boots: BootsFacts | null;
  readonly status: Status | null;
  readonly telemetry: Telemetry | null;
  /** Of the running program, or of the last one. */
  readonly plan: Plan | null;
  /** Stage of a Stop, or of an end; null when there is none. */
  readonly stopping: UnderWay | null;
  /** Token of control; 0 = none is held. */
  readonly token: number;
}

const nothing = {
  preparing: null,
  boots: null,
  status: null,
  telemetry: null,
  stopping: null,
  token: 0,
} as const;

/** Waiting code reads the same state many times, once for each step of a clock; so the summary is cached. */
const glances = new WeakMap<SessionState, Glance>();

export function glanceOf(state: SessionState): Glance {
  const glance = glances.get(state) ?? flat(state);
  glances.set(state, glance);
  return glance;
}

function flat(state: SessionState): Glance {
  const { notice, wishes } = state;
  const always = {
    link: state.link.kind,
    notice,
    settings: wishes.settings,
    phase: phaseOf(state),
    plan: planIn(state),
  };
  if (!isTogether(state)) return { ...nothing, ...always };
  const { boots, status, telemetry, therapy, stopping, control } = state;
  const preparing = always.phase === 'preparing' && therapy.kind === 'preparing' ? therapy.step : null;
  return {
    ...always,
    preparing,
    boots,
    status,
    telemetry,
    stopping: stopping.kind === 'none' ? null : stopping,
    token: tokenOf(control),
  };
}
