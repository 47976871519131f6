/** The part of a preview that covers the whole session. */

import { mmhg, type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import type { FillModel } from '../../air/fill-model.ts';
import type { BootsShape } from '../../program/boots-shape.ts';
import type { Settings } from '../../program/program.ts';
import { fromStart, type ScriptCycle, script } from '../script.ts';
import { type CycleRecording, recordCycle } from './cycle-recording.ts';
import type { Preview, PreviewCycle } from './preview.ts';

type Session = Pick<Preview, 'cycles' | 'lasts' | 'peak' | 'dose' | 'dosed'>;

const highestOf = ({ zones }: CycleRecording): number => Math.max(0, ...zones.map(({ highest }) => highest));

function cycleOf(cycle: ScriptCycle, recording: CycleRecording, start: Seconds): PreviewCycle {
  const { marks, lasts } = recording;
  const last = marks.at(-1);
  const released = last === undefined ? lasts : last.at + last.wait;
  const [first, second] = marks;
  const isPrefill = cycle.keyframes[0]?.targets.every(
    (target) => typeof target !== 'number' || target <= cycle.prefill,
  );
  const prefill = first === undefined || isPrefill !== true ? 0 : (second?.at ?? first.wait);
  return {
    start,
    lasts,
    prefill: seconds(prefill),
    rest: seconds(Math.max(0, lasts - released)),
    peak: mmhg(highestOf(recording)),
  };
}

export function wholeSession(settings: Settings, boots: BootsShape, fills: FillModel): Session {
  // Equal cycles that begin at the same pressures have the same list of waits, so each is recorded once.
  const recordings = new Map<ScriptCycle['waits'], CycleRecording>();
  const doses = new Float64Array(boots.parts.length * boots.sides.length);
  const cycles: PreviewCycle[] = [];
  let start = 0;
  for (const cycle of script({ settings, boots, fills }, fromStart(settings, boots)).cycles) {
    const known = recordings.get(cycle.waits);
    const recording = known ?? recordCycle(cycle, boots, fills, cycle.index === 0 ? 'empty' : 'rested');
    recordings.set(cycle.waits, recording);
    cycles.push(cycleOf(cycle, recording, seconds(start)));
    recording.zones.forEach(({ dose }, zone) => {
      doses[zone] = (doses[zone] ?? 0) + dose;
    });
    start += recording.lasts;
  }
  const dose = Math.max(0, ...doses);
  return {
    cycles,
    lasts: seconds(start),
    peak: mmhg(Math.max(0, ...cycles.map(({ peak }) => peak))),
    dose,
    dosed: dose > 0 ? (boots.parts[doses.indexOf(dose) % boots.parts.length] ?? null) : null,
  };
}
