/** The session view that the page shows until the session has loaded: no boots are connected. */

import { postMarathon } from '../../program/presets/post-marathon.ts';
import { startingSettings } from '../../program/program.ts';
import type { SessionView } from '../../session/view.ts';

const settings = startingSettings(postMarathon);

export const restingView: SessionView = {
  link: 'none',
  phase: 'idle',
  boots: null,
  program: settings.program,
  intensity: settings.intensity,
  minutes: settings.minutes,
  settings,
  fills: null,
  problems: [],
  startable: { kind: 'no', why: 'noBoots' },
  resumable: { kind: 'no', why: 'noBoots' },
  progress: null,
  doing: { kind: 'nothing', parts: [], holding: [] },
  breath: null,
  legs: { left: [], right: [] },
  stale: false,
  oldLegs: [],
  stateOld: false,
  pending: { intensity: false, duration: false },
  airOut: 'unknown',
  stop: 'none',
  notice: null,
  pressLeft: null,
  latched: null,
  ended: null,
};
