/**
 * The paths of a leg in a boot, seen from the front: for each zone its outline, its air and its target line. All lengths are in the units
 * of the picture.
 */

import type { BodyPart, Side } from '../../../firmware-protocol/zones.ts';
import { spansOf } from './spans.ts';

export interface ZoneOutline {
  readonly part: BodyPart;
  readonly chamber: string;
  /** x of the chamber's left and right edge, where it is widest. */
  readonly left: number;
  readonly right: number;
  /** y of the fill level of a full and of an empty chamber, at the edges. In the middle the level sags, as the rings around the leg do. */
  readonly top: number;
  readonly bottom: number;
}

type Point = readonly [x: number, y: number];

/** y of the hip. */
const HIP = 12;
/** y of the ankle. */
const ANKLE = 528;
/** Height of the foot. */
const FOOT = 92;
const GAP = 7;
const CORNER = 10;
/** How far a ring around the leg sags in its middle. */
const RING_SAG = 13;
/** y of the lower edge of a leg's picture, a little below the sole. */
export const LEG_BOTTOM = ANKLE + FOOT + 14;

/** Half widths of the leg, outer and inner, from hip (0) to ankle (1). */
const profile: readonly (readonly [at: number, outer: number, inner: number])[] = [
  [0, 88, 80],
  [0.14, 85, 76],
  [0.3, 73, 66],
  [0.42, 60, 55],
  [0.5, 55, 52],
  [0.57, 58, 54],
  [0.66, 64, 58],
  [0.74, 59, 57],
  [0.85, 44, 45],
  [0.94, 37, 37],
  [1, 37, 36],
];

type Widths = readonly [outer: number, inner: number];

function slopeAt(knot: number, which: 1 | 2): number {
  const before = profile[Math.max(0, knot - 1)];
  const after = profile[Math.min(profile.length - 1, knot + 1)];
  return before && after ? (after[which] - before[which]) / (after[0] - before[0]) : 0;
}

/** Half widths at a height (0 at the ankle, 1 at the hip), on cubic Hermite curves through the profile. */
function widthsAt(height: number): Widths {
  const at = 1 - height;
  const last = profile.length - 2;
  const found = profile.findIndex((knot, i) => i > 0 && at <= knot[0]) - 1;
  const i = found < 0 ? last : found;
  const above = profile[i];
  const below = profile[i + 1];
  if (!above || !below) throw new RangeError('a profile needs at least two knots');
  const room = below[0] - above[0];
  const u = Math.min(1, Math.max(0, (at - above[0]) / room));
  const width = (which: 1 | 2): number =>
    (2 * u ** 3 - 3 * u ** 2 + 1) * above[which] +
    (u ** 3 - 2 * u ** 2 + u) * room * slopeAt(i, which) +
    (3 * u ** 2 - 2 * u ** 3) * below[which] +
    (u ** 3 - u ** 2) * room * slopeAt(i + 1, which);
  return [width(1), width(2)];
}

const write = ([x, y]: Point): string => `${x.toFixed(1)},${y.toFixed(1)}`;
const along = (points: readonly Point[]): string => points.map((point) => `L${write(point)}`).join('');

/** x of the left and right edge of a leg at a height. @param outward which edge is the outer one: −1 left, 1 right */
function edgesAt(height: number, centre: number, outward: number): readonly [left: number, right: number] {
  const [outer, inner] = widthsAt(height);
  const lean = outward * height * 6;
  return outward < 0
    ? [centre + lean - outer, centre + lean + inner]
    : [centre + lean - inner, centre + lean + outer];
}

function ring(left: number, right: number, y: number): Point[] {
  const steps = 10;
  const points: Point[] = [];
  for (let i = 0; i <= steps; i++) {
    const x = left + CORNER + ((right - left - 2 * CORNER) * i) / steps;
    const across = (2 * (x - left)) / (right - left) - 1;
    points.push([x, y + RING_SAG * (1 - across * across)]);
  }
  return points;
}

/** The chamber of any zone but the foot. @param from lower end on the leg, from the ankle (0) to the hip (1) @param to upper end */
function sleeve(part: BodyPart, from: number, to: number, centre: number, outward: number): ZoneOutline {
  const heightOf = (y: number): number => (ANKLE - y) / (ANKLE - HIP);
  const top = ANKLE - to * (ANKLE - HIP) + GAP / 2;
  const bottom = ANKLE - from * (ANKLE - HIP) - GAP / 2;
  const steps = 14;
  const leftSide: Point[] = [];
  const rightSide: Point[] = [];
  for (let i = 0; i <= steps; i++) {
    const y = top + CORNER + ((bottom - top - 2 * CORNER) * i) / steps;
    const [left, right] = edgesAt(heightOf(y), centre, outward);
    leftSide.push([left, y]);
    rightSide.push([right, y]);
  }
  const [topLeft, topRight] = edgesAt(heightOf(top), centre, outward);
  const [bottomLeft, bottomRight] = edgesAt(heightOf(bottom), centre, outward);
  const upper = ring(topLeft, topRight, top);
  const lower = ring(bottomLeft, bottomRight, bottom).reverse();
  const corner = (x: number, y: number, end: Point | undefined): string =>
    end ? `Q${write([x, y])} ${write(end)}` : '';
  const chamber = [
    `M${write(leftSide[0] ?? [topLeft, top + CORNER])}`,
    corner(topLeft, top, upper[0]),
    along(upper.slice(1)),
    corner(topRight, top, rightSide[0]),
    along(rightSide.slice(1)),
    corner(bottomRight, bottom, lower[0]),
    along(lower.slice(1)),
    corner(bottomLeft, bottom, leftSide.at(-1)),
    along(leftSide.slice(0, -1).reverse()),
    'Z',
  ].join('');
  const left = Math.min(...leftSide.map(([x]) => x), topLeft, bottomLeft);
  const right = Math.max(...rightSide.map(([x]) => x), topRight, bottomRight);
  return {
    part,
    chamber,
    left,
    right,
    top,
    bottom,
  };
}

function bootie(centre: number, outward: number): ZoneOutline {
  const top = ANKLE + GAP / 2;
  const [left, right] = edgesAt(0, centre, outward);
  const upper = ring(left, right, top);
  const inner = outward < 0 ? right : left;
  const outer = outward < 0 ? left : right;
  const x = (offset: number): number => centre + outward * offset;
  const [first, last] = [upper[0], upper.at(-1)];
  if (!first || !last) throw new RangeError('a ring needs at least one point');
  const outerEnd = outward < 0 ? first : last;
  const innerEnd = outward < 0 ? last : first;
  const ringFromInner = outward < 0 ? [...upper].reverse() : upper;
  const chamber = [
    `M${write(innerEnd)}`,
    along(ringFromInner.slice(1)),
    `Q${write([outer, top])} ${write([outerEnd[0] + outward * CORNER, top + CORNER])}`,
    `C${write([x(42), top + 26])} ${write([x(64), top + 42])} ${write([x(66), top + 62])}`,
    `C${write([x(68), top + 84])} ${write([x(48), top + FOOT])} ${write([x(20), top + FOOT])}`,
    `C${write([x(-14), top + FOOT])} ${write([x(-38), top + 86])} ${write([x(-40), top + 62])}`,
    `C${write([x(-41), top + 42])} ${write([x(-37), top + 28])} ${write([innerEnd[0] - outward * CORNER, top + CORNER])}`,
    `Q${write([inner, top])} ${write(innerEnd)}Z`,
  ].join('');
  return {
    part: 'foot',
    chamber,
    left: Math.min(x(-41), x(68)),
    right: Math.max(x(-41), x(68)),
    top,
    bottom: top + FOOT,
  };
}

/** Foot first. @param centre x of the leg's centre line */
export function legOutline(parts: readonly BodyPart[], side: Side, centre: number): readonly ZoneOutline[] {
  const outward = side === 'left' ? -1 : 1;
  const spans = spansOf(parts);
  const sleeves = parts.filter((part) => part !== 'foot');
  const above = sleeves.map((part, i) => {
    const span = spans[i];
    return sleeve(part, span?.from ?? 0, span?.to ?? 0, centre, outward);
  });
  return parts.includes('foot') ? [bootie(centre, outward), ...above] : above;
}

/** A line across the top of a chamber, which sags like a ring. A quadratic curve sags half as far as its control point. */
function sagging(zone: ZoneOutline): string {
  const beyond = 4;
  const middle: Point = [(zone.left + zone.right) / 2, zone.top + 2 * RING_SAG];
  return `M${write([zone.left - beyond, zone.top])}Q${write(middle)} ${write([zone.right + beyond, zone.top])}`;
}

/** The air in a full chamber. Translate it downward to show a lower pressure. */
export function surface(zone: ZoneOutline): string {
  const floor = 2 * zone.bottom - zone.top + 2 * RING_SAG;
  return `${sagging(zone)}V${floor.toFixed(1)}H${(zone.left - 4).toFixed(1)}Z`;
}

/** The target line in a full chamber. Translate it downward to show a lower target. */
export const waterline = (zone: ZoneOutline): string => sagging(zone);
