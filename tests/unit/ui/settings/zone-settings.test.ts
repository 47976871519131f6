import { describe, expect, it } from 'vitest';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import { asProgrammed } from '../../../../src/program/program.ts';
import { changedZones, isAsProgrammed } from '../../../../src/ui/settings/zone-settings.ts';

describe('zone settings', () => {
  it('are as programmed if no value differs from the program', () => {
    expect(isAsProgrammed({ on: true, trim: mmhg(0), boost: { pressure: mmhg(0), hold: seconds(0) } })).toBe(
      true,
    );
  });

  it.each([
    { ...asProgrammed, on: false },
    { ...asProgrammed, trim: mmhg(-5) },
    { ...asProgrammed, boost: { pressure: mmhg(5), hold: seconds(0) } },
    { ...asProgrammed, boost: { pressure: mmhg(0), hold: seconds(1) } },
  ])('are changed if any value differs from the program: %o', (setting) => {
    expect(isAsProgrammed(setting)).toBe(false);
    const changed = changedZones({ left: [asProgrammed, setting], right: [setting, { ...asProgrammed }] });
    expect(changed).toEqual([
      { side: 'left', zone: 1 },
      { side: 'right', zone: 0 },
    ]);
  });
});
