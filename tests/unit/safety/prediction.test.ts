/** What the waits at gates are made of. */

import { expect, it } from 'vitest';
import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import { milliseconds, mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';
import { defaultFillModel } from '../../../src/safety/fill-model.ts';
import { predict } from '../../../src/safety/prediction.ts';
import { bootsOf } from '../program/boots.ts';

it('a zone that is held is topped up while its air cools, at two gates, and not for as long as it is held', () => {
  const boots = bootsOf(3, ['left']);
  const held = Array.from(
    { length: 6 },
    (_, gate): Keyframe => ({
      at: milliseconds(gate * 1000),
      targets: [mmhg(40), mmhg(4), mmhg(4)],
      ramp: mmhgPerSecond(10),
      gate: seconds(30),
      cycle: gate === 0,
      end: false,
    }),
  );
  const fills = { ...defaultFillModel(boots), leak: 0 };
  const [filled = 0, ...waits] = predict(held, boots, fills, 4).waits;
  expect(filled).toBeGreaterThan(2);
  const [first = 0, second = 0, ...later] = waits;
  expect(second).toBeCloseTo(first, 5);
  for (const wait of later) expect(wait).toBeLessThan(first - 0.1);
});
