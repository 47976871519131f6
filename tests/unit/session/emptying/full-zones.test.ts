import { describe, expect, it } from 'vitest';
import { instant, mmhg } from '../../../../firmware-protocol/quantities.ts';
import {
  type FullZone,
  fullZones,
  isFalling,
  isFullSince,
} from '../../../../src/session/emptying/full-zones.ts';

const at = instant;
const pressures = (...leg: readonly (number | null)[]) =>
  leg.map((pressure) => (pressure === null ? null : mmhg(pressure)));
const zone = (highest: number, pressure: number, since = 1000): FullZone => ({
  zone: 0,
  since: at(since),
  highest: mmhg(highest),
  pressure: mmhg(pressure),
});

describe('zones that should be empty and are not', () => {
  it('are those at 20 mmHg or more, not those of unknown pressure', () => {
    expect(fullZones([], pressures(19.5, 20, null, 4, 50), at(1000))).toEqual([
      { zone: 1, since: 1000, highest: 20, pressure: 20 },
      { zone: 4, since: 1000, highest: 50, pressure: 50 },
    ]);
  });

  it('keep the time since when they are full, and their highest pressure', () => {
    const first = fullZones([], pressures(4, 40, 50), at(1000));
    const second = fullZones(first, pressures(30, 45, 30), at(2000));
    expect(second).toEqual([
      { zone: 0, since: 2000, highest: 30, pressure: 30 },
      { zone: 1, since: 1000, highest: 45, pressure: 45 },
      { zone: 2, since: 1000, highest: 50, pressure: 30 },
    ]);
  });

  it('start again after they were empty', () => {
    const first = fullZones([], pressures(50), at(1000));
    const gone = fullZones(first, pressures(19), at(2000));
    expect(fullZones(gone, pressures(50), at(3000))).toEqual([{ ...zone(50, 50), since: 3000 }]);
  });

  it('have been full for a time once that has passed', () => {
    expect(isFullSince(zone(50, 50), 2000, at(2999))).toBe(false);
    expect(isFullSince(zone(50, 50), 2000, at(3000))).toBe(true);
  });
});

describe('a full zone falls', () => {
  it('as long as its time to fall has not passed, whatever it does', () => {
    expect(isFalling(zone(50, 50), 2000, at(2999))).toBe(true);
    expect(isFalling(zone(50, 50), 2000, at(3000))).toBe(false);
  });

  it.each([
    { highest: 60, pressure: 54, falls: true },
    { highest: 60, pressure: 54.5, falls: false },
    { highest: 100, pressure: 90, falls: true },
    { highest: 100, pressure: 91, falls: false },
    { highest: 20, pressure: 18, falls: true },
    { highest: 20, pressure: 18.5, falls: false },
    // A fall of less than 2 mmHg may be drift of the sensor.
    { highest: 10, pressure: 8.5, falls: false },
  ])('by a tenth of its highest, 2 mmHg at least: from $highest to $pressure', (case_) => {
    expect(isFalling(zone(case_.highest, case_.pressure), 2000, at(3000))).toBe(case_.falls);
  });
});
