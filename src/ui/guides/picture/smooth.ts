/** Makes smooth SVG paths through points (Catmull-Rom splines as cubic Béziers), so that a drawing can be written as a list of points. */

export type Point = readonly [x: number, y: number];

/** @param text the points of a drawing: "36 104, 54 112" */
export const points = (text: string): readonly Point[] =>
  text.split(', ').map((pair): Point => {
    const [x = Number.NaN, y = Number.NaN] = pair.split(' ').map(Number);
    return [x, y];
  });

const write = (value: number): string => String(Math.round(value * 10) / 10);
const pair = ([x, y]: Point): string => `${write(x)} ${write(y)}`;

/** Length of the handle at a point, as a share of the chord between its two neighbours: 1/6 makes a Catmull-Rom spline. */
const HANDLE_SHARE = 1 / 6;

function curve(before: Point, from: Point, to: Point, after: Point): string {
  const out: Point = [
    from[0] + (to[0] - before[0]) * HANDLE_SHARE,
    from[1] + (to[1] - before[1]) * HANDLE_SHARE,
  ];
  const into: Point = [
    to[0] - (after[0] - from[0]) * HANDLE_SHARE,
    to[1] - (after[1] - from[1]) * HANDLE_SHARE,
  ];
  return `C${pair(out)} ${pair(into)} ${pair(to)}`;
}

const at = (points: readonly Point[], index: number): Point => {
  const point = points[((index % points.length) + points.length) % points.length];
  if (!point) throw new Error('a path needs at least one point');
  return point;
};

export const closed = (points: readonly Point[]): string =>
  `M${pair(at(points, 0))}${points
    .map((from, i) => curve(at(points, i - 1), from, at(points, i + 1), at(points, i + 2)))
    .join('')}Z`;

export function open(points: readonly Point[]): string {
  const last = points.length - 1;
  const within = (index: number): Point => at(points, Math.min(last, Math.max(0, index)));
  return `M${pair(at(points, 0))}${points
    .slice(0, -1)
    .map((from, i) => curve(within(i - 1), from, within(i + 1), within(i + 2)))
    .join('')}`;
}

export const mirrored = (points: readonly Point[]): readonly Point[] => points.map(([x, y]) => [-x, y]);
