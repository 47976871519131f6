import fc from 'fast-check';
import { litresPerMinute, mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { type Side, zoneLayouts } from '../../../firmware-protocol/zones.ts';
import type { BootsShape } from '../../../src/program/boots-shape.ts';

export const bootsOf = (
  zones: number,
  sides: readonly Side[] = ['left', 'right'],
  pumpFlow = 12,
): BootsShape => ({
  parts: zoneLayouts[zones] ?? [],
  sides,
  pumps: 'shared',
  holdsTogether: true,
  sharedValves: false,
  pumpFlow: litresPerMinute(pumpFlow),
  highestTarget: mmhg(80),
  highestConfirmed: mmhg(100),
  longestSession: seconds(3600),
  longestAbove30: seconds(60),
});

export const anyBoots: fc.Arbitrary<BootsShape> = fc
  .tuple(
    fc.integer({ min: 3, max: 8 }),
    fc.constantFrom<readonly Side[]>(['left', 'right'], ['left'], ['right']),
    fc.integer({ min: 4, max: 20 }),
  )
  .map(([zones, sides, pumpFlow]) => bootsOf(zones, sides, pumpFlow));

/**
 * A hub (one pump for both boots), a pair with a pump each, or one boot. Some can hold pressure in only one zone of a leg at a time; in
 * others, zones share valves in pairs.
 */
export const anyShape: fc.Arbitrary<BootsShape> = fc
  .tuple(
    anyBoots,
    fc.constantFrom('shared' as const, 'each' as const),
    fc.constantFrom('plain', 'plain', 'oneAtATime', 'inPairs'),
  )
  .map(([boots, pumps, build]) => ({
    ...boots,
    pumps: boots.sides.length === 2 ? pumps : 'shared',
    holdsTogether: build !== 'oneAtATime',
    sharedValves: build === 'inPairs',
  }));
