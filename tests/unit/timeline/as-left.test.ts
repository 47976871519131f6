/** Each cycle begins with zones as the one before has left them. */

import { describe, expect, it } from 'vitest';
import { milliseconds, mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { defaultFillModel } from '../../../src/air/fill-model.ts';
import { predict } from '../../../src/air/predict.ts';
import type { BootsShape } from '../../../src/program/boots-shape.ts';
import { programs } from '../../../src/program/presets.ts';
import { asMeant, type Program, type Settings } from '../../../src/program/program.ts';
import { fromStart, type Script, script, wallOf } from '../../../src/timeline/script.ts';
import { bootsOf } from '../program/boots.ts';

const plain: BootsShape = bootsOf(3, ['right'], 6);
const boots: BootsShape = { ...plain, holdsTogether: false };

/** Bags hardly empty before they are filled again. */
const withoutRest = (base: Program): Settings => ({
  ...asMeant(base),
  intensity: mmhg(15),
  program: {
    ...base,
    pattern: { ...base.pattern, hold: seconds(0), rest: seconds(0), warmUpCycles: 0, sections: [] },
  },
});

const settings = programs.filter(({ id }) => id === 'first-time').map(withoutRest);
const sessionOf = (asked: Settings, shape: BootsShape): Script =>
  script(asked, shape, defaultFillModel(shape), fromStart(asked, shape));

/** Fails unless each cycle is said to last what it lasts in the session. */
function areAsSaid({ keyframes, cycles }: Script, shape: BootsShape): void {
  const { waits } = predict(keyframes, shape, defaultFillModel(shape), cycles[0]?.before ?? []);
  expect(cycles.length).toBeGreaterThan(5);
  let first = 0;
  for (const cycle of cycles) {
    const after = first + cycle.keyframes.length;
    const waited = waits.slice(first, after).reduce((sum, wait) => sum + wait, 0);
    expect(Math.abs(cycle.expectedWaits - waited)).toBeLessThan(0.3);
    first = after;
  }
}

describe('cycles that hardly rest', () => {
  it.each(settings)('last what is said where zones are kept ready, and not yet at rest again', (asked) => {
    areAsSaid(sessionOf(asked, plain), plain);
  });

  it.each(settings)('last what is said, each less than the one before, where zones are vented', (asked) => {
    const session = sessionOf(asked, boots);
    areAsSaid(session, boots);
    // Less is left to fill each time, until what is filled and what is vented agree.
    const walls = session.cycles.map(wallOf);
    expect((walls[1] ?? 0) - (walls.at(-1) ?? 0)).toBeGreaterThan(5);
  });

  it.each(settings)('that come after others begin with what those have left', (asked) => {
    const { cycles } = sessionOf(asked, boots);
    const [at, index] = [cycles[3]?.start ?? milliseconds(0), 3];
    const from = { ...fromStart(asked, boots), at, index };
    const later = script(asked, boots, defaultFillModel(boots), from, cycles.slice(0, index));
    expect(later.cycles[0]?.before).toEqual(cycles[index]?.before);
  });
});
