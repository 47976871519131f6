/** The chart of one leg's last two minutes, drawn by uPlot. */

import uPlot from 'uplot';
import { type Mmhg, mmhg } from '../../../firmware-protocol/quantities.ts';
import { words } from '../../words/in-use.ts';
import type { Columns } from './columns.ts';

/** Colours, read from the page's tokens so that the chart follows the colour scheme. */
export interface Inks {
  readonly zones: readonly string[];
  readonly soft: string;
  readonly line: string;
}

export interface Chart {
  draw(columns: Columns, full: Mmhg): void;
  /** Call after the colours change. */
  repaint(): void;
  fit(width: number, height: number): void;
  destroy(): void;
}

/** Time shown, s. */
export const WINDOW = 120;
const TICKS = [-120, -90, -60, -30, 0];
const AXIS_FONT = '12px system-ui, sans-serif';

const ago = (at: number): string => (at === 0 ? words.session.now : `−${words.session.ago(-at)}`);

export function makeChart(host: HTMLElement, zones: number, inks: () => Inks): Chart {
  let full: Mmhg = mmhg(60);
  const measured = (zone: number): uPlot.Series => ({
    stroke: () => inks().zones[zone] ?? inks().soft,
    width: 2,
    points: { show: false },
  });
  const stepped = uPlot.paths.stepped?.({ align: 1 });
  const asked = (zone: number): uPlot.Series => ({
    stroke: () => `color-mix(in srgb, ${inks().zones[zone] ?? inks().soft} 55%, transparent)`,
    width: 1,
    dash: [4, 4],
    points: { show: false },
    ...(stepped ? { paths: stepped } : {}),
  });
  const each = Array.from({ length: zones }, (_, zone) => zone);
  const plot = new uPlot(
    {
      width: Math.max(80, host.clientWidth),
      height: Math.max(80, host.clientHeight),
      padding: [6, 14, 0, 0],
      legend: { show: false },
      cursor: { show: false },
      scales: {
        x: { time: false, range: [-WINDOW, 0] },
        y: { range: () => [0, full] },
      },
      axes: [
        {
          stroke: () => inks().soft,
          font: AXIS_FONT,
          size: 24,
          gap: 4,
          grid: { show: false },
          ticks: { show: false },
          splits: () => TICKS,
          values: (_, splits) => splits.map(ago),
        },
        {
          stroke: () => inks().soft,
          font: AXIS_FONT,
          size: 32,
          gap: 6,
          grid: { stroke: () => inks().line, width: 1 },
          ticks: { show: false },
          splits: () => [0, 30, 60, 90].filter((at) => at <= full),
        },
      ],
      series: [{}, ...each.map(measured), ...each.map(asked)],
    },
    [[], ...each.map(() => []), ...each.map(() => [])],
    host,
  );
  return {
    draw(columns, nowFull) {
      full = nowFull;
      plot.setData(columns, true);
    },
    repaint: () => plot.redraw(false, true),
    fit: (width, height) => plot.setSize({ width, height }),
    destroy: () => plot.destroy(),
  };
}
