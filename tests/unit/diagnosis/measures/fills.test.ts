import { expect, it } from 'vitest';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import { Fills } from '../../../../src/diagnosis/measures/fills.ts';

const SAMPLE_PERIOD = 0.1;

/**
 * Fills a zone evenly to 50 mmHg, from 1 s to 11 s, and closes the valve. @param gap between these times, s, no telemetry arrives; null =
 * no gap
 */
function filled(gap: readonly [from: number, to: number] | null): Fills {
  const fills = new Fills({ slack: 0.9, stretch: 0.25 });
  let before: number | null = null;
  for (let sample = 0; sample <= 120; sample++) {
    const at = sample * SAMPLE_PERIOD;
    if (gap && at > gap[0] && at < gap[1]) {
      before = null;
      continue;
    }
    const isFilling = at > 1 && at <= 11;
    fills.take({
      at: seconds(at),
      dt: seconds(before === null ? 0 : SAMPLE_PERIOD),
      pressure: Math.min(50, Math.max(0, (at - 1) * 5)),
      fill: isFilling,
      vent: false,
      target: mmhg(50),
      flow: 6,
      filling: 1,
    });
    before = at;
  }
  return fills;
}

it('a fill that was seen from its beginning to its end is measured', () => {
  const { fills } = filled(null);
  expect(fills).toHaveLength(1);
  expect(fills[0]?.seconds).toBeCloseTo(10, 0);
});

it('a fill during which no telemetry arrived for a while is not, because it would look quicker than it was', () => {
  expect(filled([4, 8]).fills).toEqual([]);
});

it('nor is one that was under way when the first telemetry arrived', () => {
  expect(filled([-1, 5]).fills).toEqual([]);
});
