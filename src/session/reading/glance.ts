/** The few facts of a session's state that most readers ask for, flat: for command lines and tests. Pages read the view. */

import type { Status } from '../../../firmware-protocol/status.ts';
import type { Telemetry } from '../../../firmware-protocol/telemetry.ts';
import type { Settings } from '../../program/program.ts';
import type { Plan } from '../../scheduler/plan.ts';
import { tokenOf } from '../regions/control.ts';
import type { UnderWay } from '../regions/stopping.ts';
import type { Preparing } from '../regions/therapy.ts';
import { type BootsFacts, isTogether, phaseOf, planOf, type SessionState } from '../state.ts';
import type { LinkState, Notice, Phase } from '../view.ts';

export interface Glance {
  readonly link: LinkState;
  readonly phase: Phase;
  /** What the way from Start to running waits for; null = it is not on. */
  readonly preparing: Preparing | null;
  readonly notice: Notice | null;
  readonly settings: Settings;
  readonly boots: BootsFacts | null;
  readonly status: Status | null;
  readonly telemetry: Telemetry | null;
  /** Of the program being run; after the end of the last one. */
  readonly plan: Plan | null;
  /** Where a Stop, or an end, stands; null = no air is on its way out. */
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

/** Whoever waits for something asks at every step of a clock, of one state many times. */
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
    plan: planOf(state),
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
