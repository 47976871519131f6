/** A flat summary of the state, for code that does not draw the view. */

import type { Status } from '../../../firmware-protocol/status.ts';
import type { Telemetry } from '../../../firmware-protocol/telemetry.ts';
import type { Settings } from '../../program/program.ts';
import type { Plan } from '../../scheduler/plan.ts';
import { tokenOf } from '../regions/control.ts';
import type { UnderWay } from '../regions/stopping.ts';
import type { Preparing } from '../regions/therapy.ts';
import { type BootsFacts, hasBoots, phaseOf, planIn, type SessionState, type WithBoots } from '../state.ts';
import type { LinkState, Notice, Phase } from '../view.ts';

export interface Glance {
  readonly link: LinkState;
  readonly phase: Phase;
  /** The step between Start and running that the session has reached; null unless the session is preparing. */
  readonly preparing: Preparing | null;
  readonly notice: Notice | null;
  readonly settings: Settings;
  readonly boots: BootsFacts | null;
  readonly status: Status | null;
  readonly telemetry: Telemetry | null;
  /** The plan of the running program; after the end, that of the last one; null = none. */
  readonly plan: Plan | null;
  /** The state of the stopping region; null if nothing is being stopped and no air is being released. */
  readonly stopping: UnderWay | null;
  /** The last control token granted; 0 = none. */
  readonly token: number;
}

/** Computes each field when the field is read, because callers poll one or two fields at every step of a clock. */
export function glanceAt(state: () => SessionState): Glance {
  const together = (): WithBoots | null => {
    const now = state();
    return hasBoots(now) ? now : null;
  };
  return {
    get link() {
      return state().link.kind;
    },
    get phase() {
      return phaseOf(state());
    },
    get preparing() {
      const therapy = together()?.therapy;
      return this.phase === 'preparing' && therapy?.kind === 'preparing' ? therapy.step : null;
    },
    get notice() {
      return state().notice;
    },
    get settings() {
      return state().setup.settings;
    },
    get boots() {
      return together()?.boots ?? null;
    },
    get status() {
      return together()?.status ?? null;
    },
    get telemetry() {
      return together()?.telemetry ?? null;
    },
    get plan() {
      return planIn(state());
    },
    get stopping() {
      const stopping = together()?.stopping;
      return stopping && stopping.kind !== 'none' ? stopping : null;
    },
    get token() {
      const now = together();
      return now ? tokenOf(now.control) : 0;
    },
  };
}

export const glanceOf = (state: SessionState): Glance => glanceAt(() => state);
