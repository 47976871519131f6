/** The chart of one leg, with a band for each zone that is shown. */

import uPlot from 'uplot';
import type { Seconds } from '../../../firmware-protocol/quantities.ts';
import type { Columns } from './columns.ts';

/** leg-charts.ts reads the colours off the page, so that they follow the colour scheme. */
export interface Inks {
  readonly zones: readonly string[];
  readonly ink: string;
  readonly line: string;
}

export interface Chart {
  /** @param columns heights, placed in bands (bands.ts) */
  draw(columns: Columns): void;
  repaint(): void;
  fit(width: number, height: number): void;
  destroy(): void;
}

export interface ChartOptions {
  readonly zones: number;
  /** Returns how long a time the chart shows, up to the newest sample. */
  readonly window: () => Seconds;
  readonly inks: () => Inks;
  /** Returns the band of each zone; null = hidden. */
  readonly bands: () => readonly (number | null)[];
}

/** Opacity of the area under the measured pressure, %. */
const FILL_OPACITY = 22;

export function makeChart(host: HTMLElement, { zones, window, inks, bands }: ChartOptions): Chart {
  const tint = (zone: number): string => inks().zones[zone] ?? inks().ink;
  const count = (): number => Math.max(1, bands().filter((band) => band !== null).length);
  const measured = (zone: number): uPlot.Series => ({
    stroke: () => tint(zone),
    width: 1.5,
    fill: () => `color-mix(in srgb, ${tint(zone)} ${FILL_OPACITY}%, transparent)`,
    fillTo: () => bands()[zone] ?? 0,
    points: { show: false },
  });
  const stepped = uPlot.paths.stepped?.({ align: 1 });
  const asked = (): uPlot.Series => ({
    stroke: () => inks().ink,
    width: 1,
    dash: [3, 3],
    points: { show: false },
    ...(stepped ? { paths: stepped } : {}),
  });
  const each = Array.from({ length: zones }, (_, zone) => zone);
  const plot = new uPlot(
    {
      width: Math.max(80, host.clientWidth),
      height: Math.max(40, host.clientHeight),
      padding: [0, 0, 0, 0],
      legend: { show: false },
      cursor: { show: false },
      scales: { x: { time: false, range: () => [-window(), 0] }, y: { range: () => [0, count()] } },
      axes: [
        { show: false },
        {
          size: 0,
          gap: 0,
          values: () => [],
          grid: { stroke: () => inks().line, width: 1 },
          ticks: { show: false },
          splits: () => Array.from({ length: count() }, (_, band) => band),
        },
      ],
      series: [{}, ...each.map(measured), ...each.map(asked)],
    },
    [[], ...each.map(() => []), ...each.map(() => [])],
    host,
  );
  return {
    draw: (columns) => plot.setData(columns, true),
    repaint: () => plot.redraw(false, true),
    fit: (width, height) => plot.setSize({ width, height }),
    destroy: () => plot.destroy(),
  };
}
