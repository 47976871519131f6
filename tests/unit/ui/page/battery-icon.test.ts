import { describe, expect, it } from 'vitest';
import { batteryDrawing, INSIDE } from '../../../../src/ui/page/battery-icon.ts';

const drawn = (battery: number | null, batteryLow = false) => batteryDrawing({ battery, batteryLow });

describe('the drawing of the battery', () => {
  it('is filled by the charge', () => {
    expect(drawn(100)).toEqual({ fill: INSIDE, mark: null });
    expect(drawn(50).fill).toBe(INSIDE / 2);
    expect(drawn(82).fill).toBeCloseTo(INSIDE * 0.82);
    expect(drawn(0).fill).toBe(0);
  });

  it('shows a little of the last per cents, and marks a low charge with a sign', () => {
    const { fill, mark } = drawn(1, true);
    expect(fill).toBeGreaterThan(INSIDE / 100);
    expect(fill).toBeLessThan(INSIDE / 4);
    expect(mark).toBe('!');
  });

  it('is empty, with a question mark, when the charge is not known', () => {
    expect(drawn(null)).toEqual({ fill: 0, mark: '?' });
  });
});
