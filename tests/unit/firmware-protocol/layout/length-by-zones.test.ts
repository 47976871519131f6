/** Some frames grow with the number of zones. The C header computes their lengths, which must equal those of the layouts. */

import { expect, it } from 'vitest';
import { packedBits, repeated } from '../../../../firmware-protocol/layout/field.ts';
import { layout } from '../../../../firmware-protocol/layout/layout.ts';
import { lengthByZones } from '../../../../firmware-protocol/layout/length-by-zones.ts';
import { u8, u16 } from '../../../../firmware-protocol/layout/number-field.ts';
import { sampleLayout, telemetryLayout } from '../../../../firmware-protocol/telemetry.ts';

/** A layout with every kind of field whose length grows with the number of zones. */
const grownLayout = (zones: number) =>
  layout({
    counter: u8(),
    temperatures: repeated(u16(), zones),
    valves: packedBits(['fill', 'vent'], zones),
    sealed: packedBits(['sealed'], zones),
  });

/** The value of an expression in C, where a division rounds down. */
const inC = (expression: string, zones: number): number =>
  expression
    .split(/ \+ (?![^(]*\))/)
    .map((term) => Math.floor(Number(new Function('zones', `return ${term}`)(zones))))
    .reduce((sum, bytes) => sum + bytes, 0);

it.each([
  ['telemetry', telemetryLayout],
  ['a sample', sampleLayout],
  ['a layout with new fields', grownLayout],
])('of %s are right for any number of zones', (_, shapeOf) => {
  for (let zones = 3; zones <= 16; zones++)
    expect(inC(lengthByZones(shapeOf), zones)).toBe(shapeOf(zones).bytes);
});
