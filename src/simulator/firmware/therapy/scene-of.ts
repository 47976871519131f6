/** What the watches see of the therapy. */

import type { Scene } from '../watches/watch.ts';
import type { Therapy } from './therapy.ts';

export const sceneOf = (therapy: Therapy): Scene => ({
  sensors: therapy.sensors,
  regulator: therapy.regulator,
  air: therapy.air,
  session: therapy.inSession,
  running: therapy.state === 'running',
  cycles: therapy.playhead.cycles,
  awaited: therapy.playhead.awaited,
  inUse: therapy.takesKeyframes,
  faultyGaugeZone: therapy.alarms.faultyGaugeZone,
});
