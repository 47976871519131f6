/** Maps a program, which is written for parts of the leg, to the zones of boots. A zone gets the pressures of the parts under it. */

import { mmhg, seconds } from '../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../firmware-protocol/zones.ts';
import {
  asProgrammed,
  type LegPart,
  type PartShape,
  type Program,
  type Settings,
  type ZoneSetting,
} from './program.ts';

const partsUnder: Readonly<Record<BodyPart, readonly LegPart[]>> = {
  foot: ['foot'],
  ankle: ['ankle'],
  calf: ['calf'],
  'lower calf': ['calf'],
  'upper calf': ['calf'],
  knee: ['knee'],
  thigh: ['lower thigh', 'upper thigh'],
  'lower thigh': ['lower thigh'],
  'mid thigh': ['lower thigh', 'upper thigh'],
  'upper thigh': ['upper thigh'],
};

/**
 * What a program gives one zone: the mean of the enabled parts under it, with their largest boost pressure and longest boost hold. The zone is
 * off if all these parts are off.
 */
export function shapeOfZone(program: Program, zone: BodyPart): PartShape {
  const parts = partsUnder[zone].map((leg) => program.shape[leg]);
  const on = parts.filter((shape) => shape.enabled);
  const of = on.length > 0 ? on : parts;
  const mean = (figure: (shape: PartShape) => number): number =>
    of.reduce((sum, shape) => sum + figure(shape), 0) / of.length;
  return {
    enabled: on.length > 0,
    fraction: mean((shape) => shape.fraction),
    holdFraction: mean((shape) => shape.holdFraction),
    trim: mmhg(mean((shape) => shape.trim)),
    boost: {
      pressure: mmhg(Math.max(...of.map((shape) => shape.boost.pressure))),
      hold: seconds(Math.max(...of.map((shape) => shape.boost.hold))),
    },
  };
}

export const liesOver = (zone: BodyPart, parts: readonly LegPart[]): boolean =>
  partsUnder[zone].some((part) => parts.includes(part));

export const isOn = (
  { program, zones }: Pick<Settings, 'program' | 'zones'>,
  side: Side,
  zone: number,
  part: BodyPart,
): boolean =>
  (zones[side][zone] ?? asProgrammed).on && partsUnder[part].some((leg) => program.shape[leg].enabled);

export function shapeOfSetZone(
  settings: Pick<Settings, 'program' | 'zones'>,
  side: Side,
  zone: number,
  part: BodyPart,
): PartShape {
  const shape = shapeOfZone(settings.program, part);
  const own = settings.zones[side][zone] ?? asProgrammed;
  return {
    ...shape,
    enabled: isOn(settings, side, zone, part),
    trim: mmhg(shape.trim + own.trim),
    boost: {
      pressure: mmhg(shape.boost.pressure + own.boost.pressure),
      hold: seconds(shape.boost.hold + own.boost.hold),
    },
  };
}

export const sameZone = (one: ZoneSetting, other: ZoneSetting): boolean =>
  one.on === other.on &&
  one.trim === other.trim &&
  one.boost.pressure === other.boost.pressure &&
  one.boost.hold === other.boost.hold;
