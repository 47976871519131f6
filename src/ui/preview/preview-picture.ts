/**
 * The preview of a program as a picture: one cycle with a lane per zone, the whole session as a strip, and figures. If the legs, or
 * sections of the leg, are squeezed in turn, it shows a cycle of each turn.
 */

import { html, LitElement, nothing, type PropertyValues, type SVGTemplateResult, svg } from 'lit';
import { property } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Preview } from '../../timeline/preview/preview.ts';
import { storiesOf } from '../../timeline/preview/story.ts';
import { words } from '../../words/in-use.ts';
import { moving } from '../styles/motion.ts';
import { shared } from '../styles/shared.ts';
import {
  type Lane,
  type LegLanes,
  type Measures,
  PICTURE_WIDTH,
  type Picture,
  pictureOf,
  type Tick,
} from './geometry.ts';
import text from './preview-picture.css?inline';
import sizes from './preview-picture-sizes.css?inline';
import { type Strip, stripOf } from './strip.ts';

const FULL_MEASURES: Measures = { lane: 36, gap: 7, heading: 26 };
const COMPACT_MEASURES: Measures = { lane: 16, gap: 3, heading: 0 };
const STRIP_HEIGHT = 30;

interface Drawn {
  readonly preview: Preview;
  readonly picture: Picture;
  readonly strip: Strip;
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;
/** @param length px at the usual text size. The picture grows with its text. */
const rem = (length: number): string => `${length / 16}rem`;

/**
 * With `compact`, shows the lanes alone. While `preview` is null, the last picture stays, paler, so that nothing jumps.
 *
 * @tag heartward-preview
 * @attr narrow - Fits the full picture into a narrow column.
 * @cssproperty --preview-height - Height of the compact picture.
 * @cssproperty --preview-full-height - Height that the full picture takes before its first preview.
 */
export class PreviewPicture extends LitElement {
  static override styles = [shared, moving(text), moving(sizes)];

  /** Null = not computed yet. */
  @property({ attribute: false }) preview: Preview | null = null;
  /** Where in the drawing the session is, s. A line marks it; null = no line. */
  @property({ attribute: false }) now: number | null = null;
  @property({ type: Boolean, reflect: true }) compact = false;

  private drawn: Drawn | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { preview, compact } = this;
    if (!preview || (preview === this.drawn?.preview && !changed.has('compact'))) return;
    this.drawn = {
      preview,
      picture: pictureOf(preview, compact ? COMPACT_MEASURES : FULL_MEASURES),
      strip: stripOf(preview, STRIP_HEIGHT),
    };
  }

  private lane(lane: Lane, id: string): SVGTemplateResult {
    const ground = svg`<rect class="ground" x="0" y=${lane.top} width=${PICTURE_WIDTH} height=${lane.bottom - lane.top}></rect>`;
    if (lane.off) return ground;
    return svg`
      ${ground}
      <linearGradient id=${id} gradientUnits="userSpaceOnUse" x1="0" x2=${PICTURE_WIDTH} y1="0" y2="0">
        ${lane.depths.map(({ at, depth }) => svg`<stop class="depth" offset=${at.toFixed(4)} stop-opacity=${depth.toFixed(2)}></stop>`)}
      </linearGradient>
      <path d=${lane.area} fill="url(#${id})"></path>
      <path class="edge" d=${lane.edge}></path>
      ${this.compact ? nothing : svg`<path class="asked" d=${lane.asked}></path>`}
    `;
  }

  private lanes({ height, legs, turns }: Picture) {
    return html`
      <svg class="lanes" viewBox="0 0 ${PICTURE_WIDTH} ${height}" preserveAspectRatio="none" aria-hidden="true"
        style=${styleMap(this.compact ? {} : { height: rem(height) })}>
        ${legs.map((leg, index) => leg.lanes.map((lane, zone) => this.lane(lane, `lane-${index}-${zone}`)))}
        ${turns.slice(1).map(({ from }) => svg`<path class="between" d="M${from * PICTURE_WIDTH} 0V${height}"></path>`)}
      </svg>
    `;
  }

  private names(leg: LegLanes) {
    return html`
      <span class="heading" style=${styleMap({ top: rem(leg.top) })}
        ><b class="leg">${words.drawing.sidesName(leg.sides)}</b> <span class="unit">${words.drawing.unit}</span></span
      >
      ${leg.lanes.map(
        (lane) => html`
          <span class="name" style=${styleMap({ top: rem(lane.top), height: rem(lane.bottom - lane.top) })}>
            <b class="part">${words.parts[lane.part]}</b><i class="peak">${lane.off ? words.drawing.off : words.drawing.peak(lane.peak)}</i>
          </span>
        `,
      )}
    `;
  }

  private ticks(ticks: readonly Tick[], of: (tick: Tick) => string, unit: string) {
    return html`
      <span class="of">${unit}</span>
      <div class="ticks">
        ${ticks.map(
          (tick) => html`
            <span class="tick" style=${styleMap({ left: percent(tick.at) })}
              >${of(tick)}</span
            >
          `,
        )}
      </div>
    `;
  }

  private nowLine({ cycleTime }: Preview) {
    const share = this.now === null ? 0 : Math.min(1, Math.max(0, this.now / cycleTime));
    return html`<i class="now" ?hidden=${this.now === null} style=${styleMap({ left: percent(share) })}></i>`;
  }

  private full(drawn: Drawn) {
    const { preview, picture, strip } = drawn;
    return html`
      <div class="plot" aria-hidden="true">
        ${
          picture.turns.length > 0
            ? html`<div class="turns">${picture.turns.map(
                ({ from, to, turn }) =>
                  html`<b class="of-turn" style=${styleMap({ width: percent(to - from) })}>${words.drawing.turnLabel(preview, turn)}</b>`,
              )}</div>`
            : nothing
        }
        <div class="names">${picture.legs.map((leg) => this.names(leg))}</div>
        <div class="stage">${this.lanes(picture)}${this.nowLine(preview)}</div>
        ${this.ticks(picture.ticks, ({ time }) => words.drawing.seconds(time), 's')}
        <span class="session">${words.drawing.session}</span>
        <svg class="strip" viewBox="0 0 ${PICTURE_WIDTH} ${strip.height}" preserveAspectRatio="none" style=${styleMap({ height: rem(strip.height) })}>
          <rect class="ground" width=${PICTURE_WIDTH} height=${strip.height}></rect>
          <path class="prefill" d=${strip.prefills}></path>
          <path class="cycle" d=${strip.cycles}></path>
        </svg>
        ${this.ticks(strip.ticks, ({ time }) => words.drawing.minutes(time), 'min')}
      </div>
      <p class="aloud">${words.drawing.sentence(preview, storiesOf(preview))}</p>
      <dl>
        ${words.drawing
          .figures(preview)
          .map(
            ({ label, value, more }) =>
              html`<div><dt class="label">${label}</dt><dd><b class="value">${value}</b> <span class="more">${more}</span></dd></div>`,
          )}
      </dl>
    `;
  }

  override render() {
    const { drawn, compact } = this;
    const waiting = this.preview === null;
    if (!drawn) return html`<div class="empty" role="img" aria-label=${words.drawing.none}></div>`;
    if (compact) {
      return html`<div class="card-picture" ?data-waiting=${waiting}>${this.lanes(drawn.picture)}</div>`;
    }
    return html`<div class="whole" aria-busy=${waiting ? 'true' : 'false'} ?data-waiting=${waiting}>${this.full(drawn)}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-preview': PreviewPicture;
  }
}
