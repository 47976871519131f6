/** The live trace: one chart per leg, measured pressures solid, targets dashed, tinted from foot to hip. */

import { html, LitElement, type PropertyValues, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import uplotSheet from 'uplot/dist/uPlot.min.css?inline';
import { type Mmhg, mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../../../firmware-protocol/zones.ts';
import { words } from '../../../words/in-use.ts';
import { shared } from '../../styles/shared.ts';
import { type Chart, type Inks, makeChart, WINDOW } from '../../trace/chart.ts';
import { columnsOf } from '../../trace/columns.ts';
import { tint } from '../../trace/tint.ts';
import type { TraceSource } from '../../trace/trace-source.ts';
import text from './pressure-trace.css?inline';

/** Least time between two drawn samples, s. */
const SPACING = seconds(0.24);
/** A chart is redrawn once its newest sample is this much newer than the last drawn one, s. */
const REDRAW = seconds(0.45);

interface LegChart {
  readonly chart: Chart;
  readonly host: HTMLElement;
  drawnAt: number;
}

/**
 * Redraws at most twice a second, and not at all while the page is hidden.
 *
 * @tag heartward-trace
 */
export class PressureTrace extends LitElement {
  static override styles = [shared, unsafeCSS(uplotSheet), unsafeCSS(text)];

  @property({ attribute: false }) source: TraceSource | null = null;
  /** `source.revision`: a new one makes the element look for new samples. */
  @property({ type: Number }) revision = 0;
  @property({ attribute: false }) sides: readonly Side[] = [];
  @property({ attribute: false }) parts: readonly BodyPart[] = [];
  /** Top of the scale. */
  @property({ attribute: false }) full: Mmhg = mmhg(60);

  private readonly charts = new Map<Side, LegChart>();
  /** The legs and zones that the charts were made for. */
  private chartsOf = '';
  private inks: Inks = { zones: [], soft: 'gray', line: 'silver' };
  private readonly sizes = new ResizeObserver(() => this.fit());
  private readonly scheme = matchMedia('(prefers-color-scheme: dark)');

  override connectedCallback(): void {
    super.connectedCallback();
    this.scheme.addEventListener('change', this.repaint);
    // The charts were destroyed when the element was disconnected.
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.scheme.removeEventListener('change', this.repaint);
    this.destroyCharts();
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const key = `${this.sides.join()} ${this.parts.join()}`;
    if (key !== this.chartsOf) {
      this.destroyCharts();
      this.makeCharts();
      this.chartsOf = key;
    }
    if (document.visibilityState === 'visible') this.draw();
  }

  private makeCharts(): void {
    this.readInks();
    for (const host of this.renderRoot.querySelectorAll<HTMLElement>('.plot')) {
      const side: Side = host.dataset.side === 'right' ? 'right' : 'left';
      const chart = makeChart(host, this.parts.length, () => this.inks);
      this.charts.set(side, { chart, host, drawnAt: Number.NEGATIVE_INFINITY });
      this.sizes.observe(host);
    }
  }

  private destroyCharts(): void {
    this.sizes.disconnect();
    for (const { chart } of this.charts.values()) chart.destroy();
    this.charts.clear();
    this.chartsOf = '';
  }

  private draw(): void {
    for (const [side, leg] of this.charts) {
      const samples = this.source?.last(side, seconds(WINDOW)) ?? [];
      const newest = samples.at(-1);
      if (!newest || Math.abs(newest.at - leg.drawnAt) < REDRAW) continue;
      leg.drawnAt = newest.at;
      leg.chart.draw(columnsOf(samples, this.parts.length, SPACING), this.full);
    }
  }

  private fit(): void {
    for (const { chart, host } of this.charts.values()) {
      if (host.clientWidth > 0) chart.fit(host.clientWidth, host.clientHeight);
    }
  }

  /** A canvas cannot use custom properties, so the colours are read off the legend, where the browser has resolved them. */
  private readInks(): void {
    const colours = (selector: string): string[] =>
      [...this.renderRoot.querySelectorAll(selector)].map((element) => getComputedStyle(element).color);
    this.inks = {
      zones: colours('.swatch'),
      soft: colours('.ink-soft')[0] ?? 'gray',
      line: colours('.ink-line')[0] ?? 'silver',
    };
  }

  private readonly repaint = (): void => {
    this.readInks();
    for (const { chart } of this.charts.values()) chart.repaint();
  };

  override render() {
    const zones = this.parts.length;
    return html`
      <div class="head">
        <h2>${words.session.trace}</h2>
        <span class="key"><i class="solid"></i>${words.session.solid}</span>
        <span class="key"><i class="dashed"></i>${words.session.dashed}</span>
        <span class="zones">
          ${this.parts.map(
            (part, zone) => html`<span class="key">
              <i class="swatch" style=${styleMap({ color: tint(zone, zones) })}></i>${part}
            </span>`,
          )}
        </span>
        <i class="ink-soft"></i><i class="ink-line"></i>
      </div>
      <div class="plots">
        ${this.sides.map(
          (side) => html`<figure>
            <figcaption>${words.capital(side)}</figcaption>
            <div class="plot" data-side=${side} role="img" aria-label=${words.session.traceOf(side)}></div>
          </figure>`,
        )}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-trace': PressureTrace;
  }
}
