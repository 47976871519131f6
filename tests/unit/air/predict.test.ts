import { expect, it } from 'vitest';
import type { Keyframe } from '../../../firmware-protocol/keyframe.ts';
import { milliseconds, mmhg, mmhgPerSecond, seconds } from '../../../firmware-protocol/quantities.ts';
import { defaultFillModel } from '../../../src/air/fill-model.ts';
import { predict } from '../../../src/air/predict.ts';
import { bootsOf } from '../program/boots.ts';

it('the boots top up a held zone while its air cools, at two gates, and not for as long as they hold it', () => {
  const boots = bootsOf(3, ['left']);
  const fills = { ...defaultFillModel(boots), leak: 0 };
  const waits = (foot: number): readonly number[] =>
    predict(
      [4, 10, 15, 20, 25, 30].map(
        (calf, gate): Keyframe => ({
          at: milliseconds(gate * 1000),
          targets: [mmhg(foot), mmhg(calf), mmhg(4)],
          ramp: mmhgPerSecond(10),
          gate: seconds(30),
          cycle: gate === 0,
          end: false,
        }),
      ),
      boots,
      fills,
      4,
    ).waits;
  const besideAnEmptyOne = waits(4);
  const [filled = 0, ...more] = waits(40).map((wait, gate) => wait - (besideAnEmptyOne[gate] ?? 0));
  expect(filled).toBeGreaterThan(2);
  const [first = 0, second = 0, ...later] = more;
  expect(first).toBeGreaterThan(0.1);
  expect(second).toBeCloseTo(first, 5);
  for (const wait of later) expect(wait).toBeCloseTo(0, 5);
});
