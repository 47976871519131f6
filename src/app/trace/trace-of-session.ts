/** Records a session's telemetry as its trace. */

import { isHub } from '../../../firmware-protocol/feature.ts';
import type { Session } from '../../session/session.ts';
import { TraceRecorder } from './trace-recorder.ts';

export function traceOf(session: Pick<Session, 'telemetry' | 'glance'>): TraceRecorder {
  const trace = new TraceRecorder();
  session.telemetry.subscribe((telemetry) => {
    const { boots } = session.glance;
    if (!boots) return;
    trace.add(telemetry, {
      sides: boots.shape.sides,
      zonesPerLeg: telemetry.targets.length / (isHub(boots.feature) ? 2 : 1),
      samplePeriod: boots.feature.samplePeriod,
    });
  });
  return trace;
}
