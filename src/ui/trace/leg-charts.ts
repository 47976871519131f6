/** The charts of the legs that are shown. */

import type { Seconds } from '../../../firmware-protocol/quantities.ts';
import type { Side } from '../../../firmware-protocol/zones.ts';
import type { Chart, Inks, makeChart } from './chart.ts';
import type { Columns } from './columns.ts';

export class LegCharts {
  private readonly charts = new Map<Side, { readonly chart: Chart; readonly host: HTMLElement }>();
  /** The key that the charts were made with; empty = there are none. */
  private madeFor = '';
  private inks: Inks = { zones: [], ink: 'gray', line: 'silver' };
  private readonly sizes = new ResizeObserver(() => this.fit());

  /**
   * @param root returns the root that holds the chart hosts (`.plot`, with `data-side`) and the elements that have the colours
   * @param bands returns the band of each zone; null = hidden
   * @param window returns the length of time that the charts show
   */
  constructor(
    private readonly root: () => ParentNode,
    private readonly bands: () => readonly (number | null)[],
    private readonly window: () => Seconds,
  ) {}

  /** Makes new charts if `madeFor` has changed. @param madeFor a key for everything that needs new charts @param draw `makeChart` of chart.ts */
  make(zones: number, madeFor: string, draw: typeof makeChart): void {
    if (madeFor === this.madeFor) return;
    this.destroy();
    this.madeFor = madeFor;
    this.readInks();
    for (const host of this.root().querySelectorAll<HTMLElement>('.plot')) {
      const side: Side = host.dataset.side === 'right' ? 'right' : 'left';
      const chart = draw(host, { zones, window: this.window, inks: () => this.inks, bands: this.bands });
      this.charts.set(side, { chart, host });
      this.sizes.observe(host);
    }
  }

  destroy(): void {
    this.sizes.disconnect();
    for (const { chart } of this.charts.values()) chart.destroy();
    this.charts.clear();
    this.madeFor = '';
  }

  draw(columnsOf: (side: Side) => Columns): void {
    for (const [side, { chart }] of this.charts) chart.draw(columnsOf(side));
  }

  /** Reads the colours again and redraws. Call when the colour scheme has changed. */
  readonly repaint = (): void => {
    this.readInks();
    for (const { chart } of this.charts.values()) chart.repaint();
  };

  private fit(): void {
    for (const { chart, host } of this.charts.values()) {
      if (host.clientWidth > 0) chart.fit(host.clientWidth, host.clientHeight);
    }
  }

  /** Reads the colours off elements, where the browser has resolved the custom properties: a canvas cannot use those. */
  private readInks(): void {
    const colours = (selector: string): string[] =>
      [...this.root().querySelectorAll(selector)].map((element) => getComputedStyle(element).color);
    this.inks = {
      zones: colours('.swatch'),
      ink: colours('.ink')[0] ?? 'gray',
      line: colours('.ink-line')[0] ?? 'silver',
    };
  }
}
