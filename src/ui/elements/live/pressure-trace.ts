/** The live trace: a chart a leg, measured solid, asked for dashed, tinted from foot to hip. */

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

/** Samples closer than this are not drawn apart, s. */
const APART = seconds(0.24);
/** A chart is drawn again when its newest sample is this much newer, s. */
const REDRAW = seconds(0.45);

interface Shown {
  readonly chart: Chart;
  readonly host: HTMLElement;
  drawnAt: number;
}

export class PressureTrace extends LitElement {
  static override styles = [shared, unsafeCSS(uplotSheet), unsafeCSS(text)];

  @property({ attribute: false }) source: TraceSource | null = null;
  /** `source.revision` as the page last saw it. */
  @property({ type: Number }) revision = 0;
  @property({ attribute: false }) sides: readonly Side[] = [];
  @property({ attribute: false }) parts: readonly BodyPart[] = [];
  /** Top of the scale. */
  @property({ attribute: false }) full: Mmhg = mmhg(60);

  private readonly shown = new Map<Side, Shown>();
  private shownFor = '';
  private inks: Inks = { zones: [], soft: 'gray', line: 'silver' };
  private readonly sizes = new ResizeObserver(() => this.fit());
  private readonly scheme = matchMedia('(prefers-color-scheme: dark)');

  override connectedCallback(): void {
    super.connectedCallback();
    this.scheme.addEventListener('change', this.repaint);
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.scheme.removeEventListener('change', this.repaint);
    this.drop();
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const key = `${this.sides.join()} ${this.parts.join()}`;
    if (key !== this.shownFor) {
      this.drop();
      this.make();
      this.shownFor = key;
    }
    if (document.visibilityState === 'visible') this.draw();
  }

  private make(): void {
    this.readInks();
    for (const host of this.renderRoot.querySelectorAll<HTMLElement>('.plot')) {
      const side: Side = host.dataset.side === 'right' ? 'right' : 'left';
      const chart = makeChart(host, this.parts.length, () => this.inks);
      this.shown.set(side, { chart, host, drawnAt: Number.NEGATIVE_INFINITY });
      this.sizes.observe(host);
    }
  }

  private drop(): void {
    this.sizes.disconnect();
    for (const { chart } of this.shown.values()) chart.destroy();
    this.shown.clear();
    this.shownFor = '';
  }

  private draw(): void {
    for (const [side, shown] of this.shown) {
      const samples = this.source?.last(side, seconds(WINDOW)) ?? [];
      const newest = samples.at(-1);
      if (!newest || Math.abs(newest.at - shown.drawnAt) < REDRAW) continue;
      shown.drawnAt = newest.at;
      shown.chart.draw(columnsOf(samples, this.parts.length, APART), this.full);
    }
  }

  private fit(): void {
    for (const { chart, host } of this.shown.values()) {
      if (host.clientWidth > 0) chart.fit(host.clientWidth, host.clientHeight);
    }
  }

  /** The tokens as the browser resolves them, through the swatches of the legend. */
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
    for (const { chart } of this.shown.values()) chart.repaint();
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
