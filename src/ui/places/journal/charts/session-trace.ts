/** The trace of a session in the journal: the measured pressure and the target of each zone, with zoom. */

import { html, LitElement, nothing, type PropertyValues, unsafeCSS } from 'lit';
import { property, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import type uPlot from 'uplot';
import uplotSheet from 'uplot/dist/uPlot.min.css?inline';
import { seconds } from '../../../../../firmware-protocol/quantities.ts';
import type { Trace } from '../../../../journal/trace/trace.ts';
import { words } from '../../../../words/in-use.ts';
import { journalWords } from '../../../../words/journal/journal-in-use.ts';
import { LoadedCode } from '../../../page/loaded-code.ts';
import { choices } from '../../../styles/choices.ts';
import { shared } from '../../../styles/shared.ts';
import { ColourChanges } from '../../../trace/colour-changes.ts';
import { tint } from '../../../trace/tint.ts';
import type { lineChart } from './line-chart.ts';
import text from './session-trace.css?inline';
import { type Column, columnsOfTrace } from './trace-columns.ts';

/** The button "closer" leaves this share of the time span shown, and "wider" undoes that; the arrows move by this share of the span. */
const ZOOM_STEP = 0.5;

export class SessionTrace extends LitElement {
  static override styles = [shared, choices, unsafeCSS(uplotSheet), unsafeCSS(text)];

  @property({ attribute: false }) trace: Trace | null = null;

  /** Indices in the trace of the zones that the user has switched off. */
  @state() private off: ReadonlySet<number> = new Set();
  /** The time span shown, s; null = the whole session. */
  @state() private window: readonly [number, number] | null = null;

  private chart: uPlot | null = null;
  private readonly drawing = new LoadedCode(this, () => import('./line-chart.ts'));
  private readonly sizes = new ResizeObserver(() => this.fit());

  constructor() {
    super();
    new ColourChanges(this, () => this.chart?.redraw(false, true));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate('trace');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.destroy();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('trace')) {
      this.destroy();
      this.off = new Set();
      this.window = null;
    }
  }

  protected override updated(): void {
    const host = this.renderRoot.querySelector<HTMLElement>('.plot');
    if (this.trace === null || host === null) return;
    if (this.drawing.module === null) return;
    if (this.chart === null) {
      this.chart = this.make(host, columnsOfTrace(this.trace), this.drawing.module);
      this.sizes.observe(host);
    }
    const { chart, off } = this;
    const count = this.trace.zones.length;
    chart.batch(() => {
      for (let zone = 0; zone < count; zone++) {
        const show = !off.has(zone);
        for (const series of [1 + zone, 1 + count + zone])
          if (chart.series[series]?.show !== show) chart.setSeries(series, { show });
      }
      const [min, max] = this.window ?? [0, this.lasts];
      if (chart.scales.x?.min !== min || chart.scales.x.max !== max) chart.setScale('x', { min, max });
    });
  }

  /** In s. */
  private get lasts(): number {
    const { trace } = this;
    return trace === null ? 0 : ((trace.zones[0]?.measured.length ?? 1) - 1) * (trace.period / 1000);
  }

  private make(
    host: HTMLElement,
    columns: readonly Column[],
    drawing: { readonly lineChart: typeof lineChart },
  ): uPlot {
    const { trace } = this;
    const count = trace?.zones.length ?? 0;
    return drawing.lineChart(host, columns, {
      height: 280,
      colour: (series) => this.inks()[series % count] ?? 'gray',
      dashed: (series) => series >= count,
      stepped: (series) => series >= count,
      x: (at) => words.numbers.clockTime(seconds(at)),
      y: (value) => words.numbers.count(value),
      lines: [],
      soft: () => this.ink('.ink-soft'),
      line: () => this.ink('.ink-line'),
      zoomed: (min, max) => {
        this.window = min <= 0 && max >= this.lasts ? null : [min, max];
      },
    });
  }

  private fit(): void {
    const host = this.renderRoot.querySelector<HTMLElement>('.plot');
    if (host && host.clientWidth > 0) this.chart?.setSize({ width: host.clientWidth, height: 280 });
  }

  private destroy(): void {
    this.sizes.disconnect();
    this.chart?.destroy();
    this.chart = null;
  }

  /**
   * The zones' colours. A canvas cannot use CSS custom properties, so the colours come from elements, where the browser has resolved them.
   */
  private inks(): readonly string[] {
    return [...this.renderRoot.querySelectorAll('.swatch')].map((swatch) => getComputedStyle(swatch).color);
  }
  private ink(selector: string): string {
    const found = this.renderRoot.querySelector(selector);
    return found ? getComputedStyle(found).color : 'gray';
  }

  /** Scales the time span shown, and moves it by the share `move` of its length. Negative = toward the beginning. */
  private show(scale: number, move: number): void {
    const [min, max] = this.window ?? [0, this.lasts];
    const width = Math.min(this.lasts, (max - min) * scale);
    const middle = (min + max) / 2 + move * (max - min);
    const from = Math.max(0, Math.min(this.lasts - width, middle - width / 2));
    this.window = width >= this.lasts ? null : [from, from + width];
  }

  private toggle(zone: number): void {
    const { off } = this;
    this.off = new Set(off.has(zone) ? [...off].filter((other) => other !== zone) : [...off, zone]);
  }

  override render() {
    const { trace } = this;
    if (trace === null) return nothing;
    const { session } = journalWords().page;
    const perLeg = new Set(trace.zones.map(({ part }) => part)).size;
    return html`
      <div class="zones" role="group" aria-label=${session.zones}>
        ${trace.zones.map(
          ({ side, part }, zone) => html`<button
            class="press"
            type="button"
            aria-pressed=${this.off.has(zone) ? 'false' : 'true'}
            @click=${() => this.toggle(zone)}
          >
            <i class="swatch ${side}" style=${styleMap({ color: tint(zone % perLeg, perLeg) })}></i>${session.zoneName(side, part)}
          </button>`,
        )}
      </div>
      <p class="soft key">
        <span><i class="solid"></i>${session.measured}</span> <span><i class="dashed"></i>${session.asked}</span>
        <span>${session.unit}</span>
        <i class="ink-soft"></i><i class="ink-line"></i>
      </p>
      ${this.drawing.failure === null ? nothing : html`<p role="status">${words.noChart(this.drawing.failure)}</p>`}
      <div class="plot" role="img" aria-label=${session.traceAloud(trace.zones.length)}></div>
      <div class="looks">
        <button class="press" type="button" @click=${() => this.show(1, -ZOOM_STEP)} aria-label=${session.before}>‹</button>
        <button class="press" type="button" @click=${() => this.show(ZOOM_STEP, 0)}>${session.closer}</button>
        <button class="press" type="button" @click=${() => this.show(1 / ZOOM_STEP, 0)}>${session.wider}</button>
        <button class="press" type="button" @click=${() => this.show(1, ZOOM_STEP)} aria-label=${session.behind}>›</button>
        <button
          class="press"
          type="button"
          @click=${() => {
            this.window = null;
          }}
        >${session.whole}</button>
      </div>
      <p class="soft">${session.zoomHint}</p>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-session-trace': SessionTrace;
  }
}
