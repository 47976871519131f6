/** A line chart over time, drawn by uPlot. */

import uPlot from 'uplot';
import type { Column } from './trace-columns.ts';

export interface Level {
  readonly at: number;
  readonly colour: () => string;
}

export interface LineChart {
  /** In px. */
  readonly height: number;
  readonly colour: (line: number) => string;
  readonly dashed?: (line: number) => boolean;
  readonly stepped?: (line: number) => boolean;
  /** Draws a dot at each value, unless there are too many values. */
  readonly dotted?: boolean;
  readonly x: (at: number) => string;
  readonly y: (value: number) => string;
  readonly lines: readonly Level[];
  /** The scale reaches at least this value. */
  readonly full?: number;
  /** The shortest time span shown, in the unit of the times. */
  readonly least?: number;
  /** Colours of the axes' labels, and of the grid. */
  readonly soft: () => string;
  readonly line: () => string;
  /** Called with the time span shown when it changes, for example because the user has dragged across the chart. */
  readonly zoomed?: (min: number, max: number) => void;
}

/** Room beside the labels of an axis, px. */
const LABEL_GAP = 8;

/** With more values than this, a line gets no dots, because they would overlap. */
const MOST_DOTS = 200;

function series(of: LineChart, values: Column, line: number): uPlot.Series {
  const paths = of.stepped?.(line) ? uPlot.paths.stepped?.({ align: 1 }) : undefined;
  return {
    stroke: () => of.colour(line),
    width: of.dashed?.(line) ? 1 : 2,
    ...(of.dashed?.(line) ? { dash: [4, 4] } : {}),
    points: { show: of.dotted === true && values.length <= MOST_DOTS, size: 7 },
    ...(paths ? { paths } : {}),
  };
}

function drawLevels(plot: uPlot, levels: readonly Level[]): void {
  const { ctx, bbox } = plot;
  for (const { at, colour } of levels) {
    const y = plot.valToPos(at, 'y', true);
    ctx.save();
    ctx.strokeStyle = colour();
    ctx.lineWidth = 2;
    ctx.setLineDash([8, 5]);
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
    ctx.restore();
  }
}

/**
 * The time span of the data, widened to `least` around its middle if it is shorter. For a single time, uPlot itself would show a span from
 * zero.
 */
const within =
  (least: number, times: Column): uPlot.Range.Function =>
  (_, min, max) => {
    const [first = min, last = max] = [times[0] ?? min, times.at(-1) ?? max];
    const short = Math.max(0, least - (last - first)) / 2;
    return [first - short, last + short];
  };

/** @param columns the times first, in the unit that `of.least` and `of.x` use, then the values of each line */
export function lineChart(host: HTMLElement, columns: readonly Column[], of: LineChart): uPlot {
  const text = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const axis = { stroke: () => of.soft(), font: `${text}px system-ui, sans-serif`, ticks: { show: false } };
  const widest = (labels: readonly string[] | null): number =>
    Math.max(0, ...(labels ?? []).map(({ length }) => length));
  const top = Math.max(of.full ?? 0, ...of.lines.map(({ at }) => at));
  return new uPlot(
    {
      width: Math.max(80, host.clientWidth),
      height: of.height,
      padding: [8, 14, 0, 0],
      legend: { show: false },
      cursor: { show: of.zoomed !== undefined, points: { show: false }, drag: { x: true, y: false } },
      scales: {
        x: { time: false, ...(of.least === undefined ? {} : { range: within(of.least, columns[0] ?? []) }) },
        y: { range: (_, __, most) => [0, Math.max(top, most ?? 0) * 1.05 || 1] },
      },
      axes: [
        {
          ...axis,
          size: text * 1.5 + 4,
          gap: 4,
          space: text * 5,
          grid: { show: false },
          values: (_, at) => at.map(of.x),
        },
        {
          ...axis,
          // A figure is less than 0.62 of its height wide.
          size: (_, labels) => widest(labels) * text * 0.62 + LABEL_GAP + 6,
          gap: LABEL_GAP,
          space: text * 1.9,
          grid: { stroke: () => of.line(), width: 1 },
          values: (_, values) => values.map(of.y),
        },
      ],
      series: [{}, ...columns.slice(1).map((values, line) => series(of, values, line))],
      hooks: {
        draw: [(plot) => drawLevels(plot, of.lines)],
        setScale: [
          (plot, key) => {
            const { min, max } = plot.scales.x ?? {};
            if (key === 'x' && min != null && max != null) of.zoomed?.(min, max);
          },
        ],
      },
    },
    columns as uPlot.AlignedData,
    host,
  );
}
