import { describe, expect, it } from 'vitest';
import { uuids } from '../../../../../firmware-protocol/profile.ts';
import { VirtualClock } from '../../../../../src/clock/virtual-clock.ts';
import { advertisementOf } from '../../../../../src/simulator/firmware/protocol/advertisement.ts';
import { SimulatedBoots } from '../../../../../src/simulator/simulated-boots.ts';

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');

describe('the advertisement of the boots (ATT-13)', () => {
  it('holds flags and the UUID of the service; 10 of its 31 bytes are left', () => {
    const { advertised, interval } = advertisementOf('Boots', uuids.bootsService);
    expect(hex(advertised)).toBe('02 01 06 11 07 c6 cc 10 17 c8 b1 4a bc b9 4b e0 63 01 00 81 a9');
    expect(advertised.length).toBe(31 - 10);
    expect(interval).toBeLessThanOrEqual(250);
  });

  it('answers a scan with the complete name, of 29 bytes at most', () => {
    expect(hex(advertisementOf('Foot', uuids.bootsService).scanResponse)).toBe('05 09 46 6f 6f 74');
    expect(advertisementOf(`${'a'.repeat(27)}é`, uuids.bootsService).scanResponse.length).toBe(31);
    expect(() => advertisementOf('a'.repeat(30), uuids.bootsService)).toThrow(RangeError);
  });

  it.each(['hub', 'left', 'right'] as const)('has the whole name of simulated boots: %s', (kind) => {
    const { peripheral } = new SimulatedBoots({ clock: new VirtualClock(), seed: 1, zones: 5, kind });
    const name = new TextDecoder().decode(peripheral.advertisement.scanResponse.slice(2));
    expect(name).toBe(peripheral.name);
  });
});
