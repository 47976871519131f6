/**
 * The trace: for each leg a chart with a band per zone, foot at the bottom. The area under the measured pressure is filled, the target is
 * dashed.
 */

import { html, LitElement, nothing, type PropertyValues, unsafeCSS } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { styleMap } from 'lit/directives/style-map.js';
import uplotSheet from 'uplot/dist/uPlot.min.css?inline';
import { type Mmhg, mmhg, type Seconds, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../../../firmware-protocol/zones.ts';
import type { TraceSample } from '../../../session/view.ts';
import { words } from '../../../words/in-use.ts';
import { LoadedCode } from '../../page/loaded-code.ts';
import { shared } from '../../styles/shared.ts';
import { bandsOf, inBands, roundFull } from '../../trace/bands.ts';
import { ColourChanges } from '../../trace/colour-changes.ts';
import { columnsOf } from '../../trace/columns.ts';
import { LegCharts } from '../../trace/leg-charts.ts';
import { sampleAt } from '../../trace/reading.ts';
import { ticksFor } from '../../trace/time-ticks.ts';
import { tint } from '../../trace/tint.ts';
import { TracePointer } from '../../trace/trace-pointer.ts';
import type { TraceSource } from '../../trace/trace-source.ts';
import text from './pressure-trace.css?inline';

/** Length of time that the trace shows unless it shows the whole session. */
const LIVE_WINDOW = seconds(120);
const MOST_POINTS = 300;
/** The charts are drawn again once the newest sample is this much newer than the newest sample drawn. */
const REDRAW_AFTER = seconds(0.9);

/**
 * New samples redraw the trace about once a second, and not at all while the page is hidden.
 *
 * @tag heartward-trace
 * @attr whole - Shows the whole session instead of the last two minutes.
 * @cssproperty --trace-height - Height of a chart. Default: 1.625rem for each zone shown, or 26 px if that is more.
 */
export class PressureTrace extends LitElement {
  static override styles = [shared, unsafeCSS(uplotSheet), unsafeCSS(text)];

  @property({ attribute: false }) source: TraceSource | null = null;
  /** `source.revision`. A new value makes the element look for new samples. */
  @property({ type: Number }) revision = 0;
  @property({ attribute: false }) sides: readonly Side[] = [];
  @property({ attribute: false }) parts: readonly BodyPart[] = [];
  @property({ attribute: false }) full: Mmhg = mmhg(60);
  @property({ type: Boolean }) whole = false;

  /** Zones that the user has hidden in the trace, 0 at the foot. */
  @state() private off: ReadonlySet<number> = new Set();
  /** The moment whose pressures the user reads, s before the newest sample; null = the newest sample. */
  @state() private earlier: Seconds | null = null;

  private readonly charts = new LegCharts(
    () => this.renderRoot,
    () => this.bands,
    () => this.window,
  );
  private readonly drawing = new LoadedCode(this, () => import('../../trace/chart.ts'));
  private drawnAt = Number.NEGATIVE_INFINITY;
  private readonly pointer = new TracePointer((share) => {
    this.earlier = share === null ? null : seconds(this.window * (1 - share));
  });

  constructor() {
    super();
    new ColourChanges(this, this.charts.repaint);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The charts were destroyed when the element was disconnected.
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.charts.destroy();
  }

  private samples(side: Side): readonly TraceSample[] {
    const { source, whole } = this;
    if (!source) return [];
    return whole ? source.whole(side) : source.last(side, LIVE_WINDOW);
  }

  private get newest(): number {
    return Math.max(...this.sides.map((side) => this.source?.newest(side) ?? Number.NEGATIVE_INFINITY));
  }

  /** Length of time that each chart shows. With `whole`, it is the length of the longest trace of a leg, but at least 1 s. */
  private get window(): Seconds {
    if (!this.whole) return LIVE_WINDOW;
    const lengths = this.sides.map((side) => {
      const samples = this.samples(side);
      return (samples.at(-1)?.at ?? 0) - (samples[0]?.at ?? 0);
    });
    return seconds(Math.max(1, ...lengths));
  }

  private get bands(): readonly (number | null)[] {
    return bandsOf(this.parts.map((_, zone) => !this.off.has(zone)));
  }

  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    if (changed.size > 1 || !changed.has('revision')) return true;
    return document.visibilityState === 'visible' && Math.abs(this.newest - this.drawnAt) >= REDRAW_AFTER;
  }

  protected override updated(): void {
    const { parts, window } = this;
    const { module } = this.drawing;
    if (module === null) return;
    this.charts.make(parts.length, `${this.sides.join()} ${parts.join()}`, module.makeChart);
    if (document.visibilityState !== 'visible') return;
    this.drawnAt = this.newest;
    const full = roundFull(this.full);
    this.charts.draw((side) =>
      inBands(columnsOf(this.samples(side), parts.length, window / MOST_POINTS), this.bands, full),
    );
  }

  private readonly toggle = (zone: number) => (): void => {
    const off = new Set(this.off);
    if (!off.delete(zone)) off.add(zone);
    // The last zone cannot be hidden.
    if (off.size < this.parts.length) this.off = off;
  };

  private when(): string {
    if (this.whole) return words.numbers.clockTime(seconds(this.window - (this.earlier ?? 0)));
    return this.earlier === null ? words.session.now : words.session.ago(this.earlier);
  }

  private names(side: Side) {
    const sample = sampleAt(this.samples(side), this.earlier ?? seconds(0));
    return this.parts
      .map((part, zone) => ({ part, zone }))
      .filter(({ zone }) => !this.off.has(zone))
      .reverse()
      .map(
        ({ part, zone }) => html`<span class="name"><b>${words.parts[part]}</b>
          <span class="reading">${words.reading(sample?.pressures[zone] ?? null, sample?.targets[zone] ?? null)}</span></span>`,
      );
  }

  private readAloud(side: Side): string {
    const sample = sampleAt(this.samples(side), this.earlier ?? seconds(0));
    const zones = this.parts.map(
      (part, zone) =>
        `${words.parts[part]} ${words.reading(sample?.pressures[zone] ?? null, sample?.targets[zone] ?? null)}`,
    );
    return words.labelled(this.when(), words.numbers.list(zones));
  }

  private leg(side: Side) {
    const { window } = this;
    const share = this.earlier === null ? 1 : 1 - this.earlier / window;
    return html`<figure>
      <div class="names" aria-hidden="true">${this.names(side)}</div>
      <div
        class="reach"
        role="slider"
        tabindex="0"
        aria-label=${this.whole ? words.session.wholeTraceOf(side) : words.session.traceOf(side)}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${Math.round(share * 100)}
        aria-valuetext=${this.readAloud(side)}
        @pointermove=${this.pointer.move}
        @pointerdown=${this.pointer.move}
        @pointerleave=${this.pointer.leave}
        @keydown=${this.pointer.key(share, window)}
        @blur=${this.pointer.blur}
      >
        <div class="plot" data-side=${side}></div>
        <i class="cursor" ?hidden=${this.earlier === null} style=${styleMap({ left: `${(share * 100).toFixed(2)}%` })}></i>
      </div>
      <figcaption>${words.capital(words.sides[side])}<span class="when">, ${this.when()}</span></figcaption>
      <div class=${classMap({ ticks: true, long: words.session.now.length > 5 })} aria-hidden="true">
        ${ticksFor(window, this.whole).map(
          ({ at, label }) =>
            html`<span class="tick" style=${styleMap({ left: `${at * 100}%`, translate: `${-at * 100}%` })}>${label}</span>`,
        )}
      </div>
    </figure>`;
  }

  override render() {
    const { parts, off } = this;
    return html`
      <div class="head">
        <h2>${this.whole ? words.session.wholeTrace : words.session.trace}</h2>
        <span class="soft">${words.session.traceScale(roundFull(this.full))}</span>
        <span class="key"><i class="solid"></i>${words.session.solid}</span>
        <span class="key"><i class="dashed"></i>${words.session.dashed}</span>
        <span class="zones" role="group" aria-label=${words.session.zonesShown}>
          ${parts.map(
            (part, zone) => html`<button
              type="button"
              class=${classMap({ toggle: true, off: off.has(zone) })}
              aria-pressed=${off.has(zone) ? 'false' : 'true'}
              @click=${this.toggle(zone)}
            ><span class="pill"><i class="swatch" style=${styleMap({ color: tint(zone, parts.length) })}></i>${words.parts[part]}</span></button>`,
          )}
        </span>
        <i class="ink"></i><i class="ink-line"></i>
      </div>
      ${this.drawing.failure === null ? nothing : html`<p class="soft" role="status">${words.noChart(this.drawing.failure)}</p>`}
      <div class="plots" style=${styleMap({ '--bands': String(parts.length - off.size) })}>
        ${this.sides.length > 0 ? this.sides.map((side) => this.leg(side)) : nothing}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-trace': PressureTrace;
  }
}
