/** The chart of one trend, with the levels with which its values are compared. */

import { html, LitElement, nothing, type PropertyValues, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import type uPlot from 'uplot';
import uplotSheet from 'uplot/dist/uPlot.min.css?inline';
import { type CalendarDay, dayAfter, daysBetween } from '../../../../plan/time/wall-clock.ts';
import { words } from '../../../../words/in-use.ts';
import { journalWords } from '../../../../words/journal/journal-in-use.ts';
import { LoadedCode } from '../../../page/loaded-code.ts';
import { shared } from '../../../styles/shared.ts';
import { ColourChanges } from '../../../trace/colour-changes.ts';
import { tint } from '../../../trace/tint.ts';
import text from './session-trace.css?inline';
import type { Series } from './trend-series.ts';

/** `care`: the most that is advised. `stop`: above it, sessions are refused. */
export interface NamedLevel {
  readonly name: string;
  readonly at: number;
  readonly kind: 'care' | 'stop';
}

/** In px. */
const HEIGHT = 220;
/** The shortest time span that the chart shows, days. */
const LEAST_DAYS = 7;
/** The chart counts days from this one. */
const EPOCH_DAY = '2001-01-01' as CalendarDay;

export class TrendChart extends LitElement {
  static override styles = [shared, unsafeCSS(uplotSheet), unsafeCSS(text)];

  @property({ attribute: false }) series: readonly Series[] = [];
  @property({ attribute: false }) levels: readonly NamedLevel[] = [];
  /** The scale reaches at least this value. */
  @property({ type: Number }) full = 0;
  /** Whether the values are doses, mmHg·min, and not scores. */
  @property({ type: Boolean }) isDose = false;

  private chart: uPlot | null = null;
  private readonly drawing = new LoadedCode(this, () => import('./line-chart.ts'));
  private readonly sizes = new ResizeObserver(() => this.fit());

  constructor() {
    super();
    new ColourChanges(this, () => this.chart?.redraw(false, true));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate('series');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.destroy();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.drawing.module === null || (!changed.has('series') && this.chart !== null)) return;
    this.destroy();
    const host = this.renderRoot.querySelector<HTMLElement>('.plot');
    if (host === null) return;
    const days = this.series[0]?.days ?? [];
    const columns = [
      days.map((day) => daysBetween(EPOCH_DAY, day)),
      ...this.series.map(({ values }) => values),
    ];
    this.chart = this.drawing.module.lineChart(host, columns, {
      height: HEIGHT,
      colour: (line) => this.colour('.swatch', line),
      dotted: true,
      x: (at) => journalWords().page.shortDay(dayAfter(EPOCH_DAY, Math.round(at))),
      y: (value) => (this.isDose ? words.numbers.doseFigure(value) : words.numbers.count(value)),
      lines: this.levels.map(({ at }, line) => ({ at, colour: () => this.colour('.level', line) })),
      full: this.full,
      least: LEAST_DAYS,
      soft: () => this.colour('.ink-soft', 0),
      line: () => this.colour('.ink-line', 0),
    });
    this.sizes.observe(host);
  }

  private fit(): void {
    const host = this.renderRoot.querySelector<HTMLElement>('.plot');
    if (host && host.clientWidth > 0) this.chart?.setSize({ width: host.clientWidth, height: HEIGHT });
  }

  private destroy(): void {
    this.sizes.disconnect();
    this.chart?.destroy();
    this.chart = null;
  }

  private colour(selector: string, at: number): string {
    const found = this.renderRoot.querySelectorAll(selector)[at];
    return found ? getComputedStyle(found).color : 'gray';
  }

  override render() {
    const { series, levels } = this;
    const names = series.map(({ name }) => name);
    return html`<p class="soft key">
        ${series.map(
          ({ name }, at) =>
            html`<span><i class="swatch" style=${styleMap({ color: tint(at, Math.max(2, series.length)) })}></i>${name}</span>`,
        )}
        ${levels.map(({ name, at, kind }) => html`<span><i class="dashed level ${kind}"></i>${name} ${this.isDose ? words.numbers.doseFigure(at) : at}</span>`)}
        <i class="ink-soft"></i><i class="ink-line"></i>
      </p>
      ${this.drawing.failure === null ? nothing : html`<p role="status">${words.noChart(this.drawing.failure)}</p>`}
      <div class="plot trend" role="img" aria-label=${words.numbers.list(names)}></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-trend': TrendChart;
  }
}
