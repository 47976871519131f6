import { expect, it } from 'vitest';
import { BagReadings } from '../../../../../src/simulator/firmware/regulation/bag-readings.ts';
import type { Hardware } from '../../../../../src/simulator/hardware.ts';

/** Turns of the main loop in one second. */
const SECOND = 50;
/** Low enough for looks to end, mmHg. */
const PRESSURE = 8;

/** One zone that stays at `PRESSURE`, with a gauge that taps the hose at the valves. */
function zone() {
  let isVentOpen = true;
  let looks = 0;
  const hardware: Hardware = {
    zones: 1,
    sense: () => PRESSURE as ReturnType<Hardware['sense']>,
    senseSecond: () => null,
    setPump: () => undefined,
    setValves: (_zone, _fill, vent) => {
      if (isVentOpen && !vent) looks++;
      isVentOpen = vent;
    },
    battery: () => 100,
  };
  const readings = new BagReadings(hardware, 1, [[0]]);
  /** Opens the vent for 10 s. @returns the number of looks */
  const vent = (): number => {
    looks = 0;
    for (let turn = 0; turn < 10 * SECOND; turn++) {
      readings.setValves(0, false, true);
      readings.sense(0);
    }
    return looks;
  };
  const hold = (): void => readings.setValves(0, false, false);
  return { vent, hold };
}

it('the first look of a vent is compared with none of an earlier vent (READ-3)', () => {
  const { vent, hold } = zone();
  expect(vent()).toBe(4);
  hold();
  expect(vent()).toBe(4);
});
