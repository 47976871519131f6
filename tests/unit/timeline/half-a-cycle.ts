/** By how much a session may miss what was promised, as it ends at the nearest boundary of its cycles. */

import { type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import type { FillModel } from '../../../src/air/fill-model.ts';
import type { BootsShape } from '../../../src/program/boots-shape.ts';
import type { Settings } from '../../../src/program/program.ts';
import { fromStart, type Script, script, wallOf } from '../../../src/timeline/script.ts';

/** Half of its last cycle, or of the one that would have come next, which may be much longer: of another stretch, or warmed up. */
export function halfACycle(
  { cycles }: Script,
  settings: Settings,
  boots: BootsShape,
  fills: FillModel,
): Seconds {
  const more = { ...settings, minutes: settings.minutes + 20 };
  const next = script(more, boots, fills, fromStart(more, boots)).cycles[cycles.length];
  return seconds(Math.max(...[cycles.at(-1), next].map((cycle) => (cycle ? wallOf(cycle) : 0))) / 2);
}
