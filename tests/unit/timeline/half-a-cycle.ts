import { type Seconds, seconds } from '../../../firmware-protocol/quantities.ts';
import type { FillModel } from '../../../src/air/fill-model.ts';
import type { BootsShape } from '../../../src/program/boots-shape.ts';
import type { Settings } from '../../../src/program/program.ts';
import { wallTimeOf } from '../../../src/timeline/cycle/compose.ts';
import { fromStart, type Script, script } from '../../../src/timeline/script.ts';

/**
 * By how much a session may miss its promised time, because it ends with a whole cycle: half of its last cycle, or half of the cycle that
 * would come next if that is longer. The next cycle may squeeze another section of the leg, so the two may differ.
 */
export function halfACycle(
  { cycles }: Script,
  settings: Settings,
  boots: BootsShape,
  fills: FillModel,
): Seconds {
  const more = { ...settings, minutes: settings.minutes + 20 };
  const next = script({ settings: more, boots, fills }, fromStart(more, boots)).cycles[cycles.length];
  return seconds(Math.max(...[cycles.at(-1), next].map((cycle) => (cycle ? wallTimeOf(cycle) : 0))) / 2);
}
