/** A cycle begins with the air that the cycle before it left in the zones. */

import { describe, expect, it } from 'vitest';
import { milliseconds, mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { defaultFillModel } from '../../../src/air/fill-model.ts';
import { predict } from '../../../src/air/predict.ts';
import type { BootsShape } from '../../../src/program/boots-shape.ts';
import { programs } from '../../../src/program/presets.ts';
import { type Program, type Settings, startingSettings } from '../../../src/program/program.ts';
import { wallTimeOf } from '../../../src/timeline/cycle/compose.ts';
import { fromStart, type Script, script } from '../../../src/timeline/script.ts';
import { bootsOf } from '../program/boots.ts';

const plain: BootsShape = bootsOf(3, ['right'], 6);
const boots: BootsShape = { ...plain, holdsTogether: false };

/** A program at 15 mmHg without hold, rest, warm-up and sections, so that bags are filled again before they have emptied. */
const withoutRest = (base: Program): Settings => ({
  ...startingSettings(base),
  intensity: mmhg(15),
  program: {
    ...base,
    pattern: { ...base.pattern, hold: seconds(0), rest: seconds(0), warmUpCycles: 0, sections: [] },
  },
});

const settings = programs.filter(({ id }) => id === 'first-time').map(withoutRest);
const sessionOf = (asked: Settings, shape: BootsShape): Script =>
  script({ settings: asked, boots: shape, fills: defaultFillModel(shape) }, fromStart(asked, shape));

/** Checks that the waits each cycle expects at its gates are those in a prediction of the whole session. */
function expectWaitsOfSession({ keyframes, cycles }: Script, shape: BootsShape): void {
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
  it.each(settings)(
    'expect the right waits where zones are kept ready but have not come down to their resting pressure',
    (asked) => {
      expectWaitsOfSession(sessionOf(asked, plain), plain);
    },
  );

  it.each(settings)(
    'expect the right waits, each shorter than the one before, where zones are vented',
    (asked) => {
      const session = sessionOf(asked, boots);
      expectWaitsOfSession(session, boots);
      // Each cycle leaves more air behind, so the next has less to fill, until a cycle vents as much as it fills.
      const walls = session.cycles.map(wallTimeOf);
      expect((walls[1] ?? 0) - (walls.at(-1) ?? 0)).toBeGreaterThan(5);
    },
  );

  it.each(settings)(
    'begin with the air left by the cycles before, also in a script that begins later',
    (asked) => {
      const { cycles } = sessionOf(asked, boots);
      const [at, index] = [cycles[3]?.start ?? milliseconds(0), 3];
      const from = { ...fromStart(asked, boots), at, index };
      const later = script(
        { settings: asked, boots, fills: defaultFillModel(boots) },
        from,
        cycles.slice(0, index),
      );
      expect(later.cycles[0]?.before).toEqual(cycles[index]?.before);
    },
  );
});
