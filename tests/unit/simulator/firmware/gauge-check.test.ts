/** Rest readings of vented zones (PROTOCOL.md, GAUGE-1 and GAUGE-3). */

import { describe, expect, it } from 'vitest';
import { VENT } from '../../../../src/simulator/firmware/regulation/aim.ts';
import { GaugeCheck } from '../../../../src/simulator/firmware/watches/gauge-check.ts';
import type { Scene, Trip } from '../../../../src/simulator/firmware/watches/watch.ts';

/** Time between two steps of the firmware, s. */
const TIME_STEP = 0.02;

/** Releases a zone twice; at the end of each 3 s of a vent it reads one of these, mmHg. */
function releaseTwice(readings: readonly number[]): Trip | null {
  const watch = new GaugeCheck(1);
  watch.begin();
  const step = (pressure: number, vented: boolean) =>
    watch.step(
      {
        sensors: { calm: Float64Array.of(pressure), second: null },
        regulator: {
          aims: Float64Array.of(vented ? VENT : 45),
          fill: Uint8Array.of(0),
          vent: Uint8Array.of(vented ? 1 : 0),
        },
        session: true,
      } as unknown as Scene,
      TIME_STEP,
    );
  let told: Trip | null = null;
  for (let release = 0; release < 2; release++) {
    step(45, false);
    step(45, true);
    for (const reading of readings) for (let i = 0; i < 150; i++) told ??= step(reading, true);
  }
  return told;
}

describe('a vented zone that reads more than 9 mmHg', () => {
  it('has a gauge that lies if it falls by less than 1.5 mmHg in 3 s, and by less than half as much as before, twice', () => {
    expect(releaseTwice([24.5, 18.1, 16.8])).toEqual({ fault: 'sensor', zone: 0 });
    expect(releaseTwice([17.6, 16.9])).toEqual({ fault: 'sensor', zone: 0 });
    expect(releaseTwice([18, 17.5, 17.25, 17.05])).toEqual({ fault: 'sensor', zone: 0 });
  });

  it('empties slowly if it falls nearly evenly, and may rest later in that vent', () => {
    expect(releaseTwice([20.4, 18.9, 17.9, 17.1])).toBeNull();
    expect(releaseTwice([20.4, 18.9, 17.9, 17.1, 16.9, 16.8, 16.8])).toBeNull();
  });

  it('still empties if it falls faster', () => {
    expect(releaseTwice([24.5, 18.1, 16.5])).toBeNull();
    expect(releaseTwice([19, 14, 11, 9.2])).toBeNull();
  });
});
