/** A whole session foreseen: its cycles in wall time, its highest pressure and its dose. */

import { mmhg, type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import type { FillModel } from '../../air/fill-model.ts';
import type { BootsShape } from '../../program/boots-shape.ts';
import type { Settings } from '../../program/program.ts';
import { fromStart, type ScriptCycle, script } from '../script.ts';
import type { Preview, PreviewCycle } from './preview.ts';
import { type Played, played } from './preview-played.ts';

type Session = Pick<Preview, 'cycles' | 'lasts' | 'peak' | 'dose' | 'dosed'>;

const highestOf = ({ zones }: Played): number => Math.max(0, ...zones.map(({ highest }) => highest));

function cycleOf(cycle: ScriptCycle, play: Played, start: Seconds): PreviewCycle {
  const last = play.marks.at(-1);
  const letGo = last === undefined ? play.lasts : last.at + last.wait;
  const [first, second] = play.marks;
  const light = cycle.keyframes[0]?.targets.every(
    (target) => typeof target !== 'number' || target <= cycle.mould,
  );
  const mould = first === undefined || light !== true ? 0 : (second?.at ?? first.wait);
  return {
    start,
    lasts: play.lasts,
    mould: seconds(mould),
    rest: seconds(Math.max(0, play.lasts - letGo)),
    peak: mmhg(highestOf(play)),
  };
}

export function wholeSession(settings: Settings, boots: BootsShape, fills: FillModel): Session {
  // A session is the same few cycles over and over, once they begin with the same air.
  const known = new Map<ScriptCycle['waits'], Played>();
  const doses = new Float64Array(boots.parts.length * boots.sides.length);
  const cycles: PreviewCycle[] = [];
  let start = 0;
  for (const cycle of script(settings, boots, fills, fromStart(settings, boots)).cycles) {
    const play = known.get(cycle.waits) ?? played(cycle, boots, fills, cycle.index === 0);
    known.set(cycle.waits, play);
    cycles.push(cycleOf(cycle, play, seconds(start)));
    play.zones.forEach(({ dose }, zone) => {
      doses[zone] = (doses[zone] ?? 0) + dose;
    });
    start += play.lasts;
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
