/** The live picture of the legs. */

import { html, LitElement, nothing, type PropertyValues, type SVGTemplateResult, svg, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { guard } from 'lit/directives/guard.js';
import { styleMap } from 'lit/directives/style-map.js';
import { type Mmhg, mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../../../firmware-protocol/zones.ts';
import type { Doing, SessionView, ZoneView } from '../../../session/view.ts';
import { words } from '../../../words/in-use.ts';
import { ZoneEvent } from '../../events.ts';
import { fullAt, level } from '../../legs/level.ts';
import { type ZoneKey, zoneKey } from '../../legs/marks.ts';
import { LEG_BOTTOM, legOutline, surface, waterline, type ZoneOutline } from '../../legs/outline.ts';
import { shared } from '../../styles/shared.ts';
import drawing from './legs-drawing.css?inline';
import text from './legs-picture.css?inline';

interface LegShape {
  readonly side: Side;
  readonly zones: readonly (ZoneOutline & { readonly surface: string; readonly waterline: string })[];
}

interface DrawnZone {
  readonly outline: LegShape['zones'][number];
  /** 0 = empty, 1 = full; null = the pressure is not known. */
  readonly filled: number | null;
  /** The level of the target, from 0 to 1; null = no target pressure. */
  readonly asked: number | null;
  readonly crest: boolean;
  readonly marked: boolean;
  readonly open: boolean;
}

/** x of each leg's centre line, in the units of the picture. */
const CENTRES: Readonly<Record<Side, number>> = { left: 104, right: 264 };
/** Space between two zones, in the units of the picture. */
const ZONE_GAP = 7;
/** Height of the row with the name of the leg, below the foot, in the units of the picture. */
const NAMES_HEIGHT = 40;
const HEIGHT = LEG_BOTTOM + 30;
const BOTH_LEGS = { from: 0, width: 368 };
const ONE_LEG = { left: { from: 0, width: 190 }, right: { from: 178, width: 190 } } as const;

const boxOf = (sides: readonly Side[]): { readonly from: number; readonly width: number } => {
  const [only] = sides;
  return sides.length === 1 && only ? ONE_LEG[only] : BOTH_LEGS;
};

/** Whether the zone is at the crest of the wave: it is being filled or squeezed up to a target pressure. */
const atCrest = (zone: ZoneView, doing: Doing): boolean =>
  (doing.kind === 'filling' || doing.kind === 'squeezing') &&
  doing.parts.includes(zone.part) &&
  typeof zone.target === 'number';

const noMarks: ReadonlySet<ZoneKey> = new Set();

/**
 * Fills each zone up to its measured pressure, draws a dashed line at its target, and shows the crest of the wave in full colour. A zone
 * without a known pressure is hatched; a marked zone has a warning sign.
 *
 * @tag heartward-legs
 * @attr settable
 * @fires heartward-zone - The user pressed a zone or its name. Fired only while `settable`.
 * @cssproperty --legs-height - Height of the picture, which grows if the names would not fit. Default: 56 % of the window's height, at most
 *   620 px.
 */
export class LegsPicture extends LitElement {
  static override styles = [shared, unsafeCSS(text), unsafeCSS(drawing)];

  @property({ attribute: false }) legs: SessionView['legs'] = { left: [], right: [] };
  @property({ attribute: false }) doing: Doing = { kind: 'nothing', parts: [], holding: [] };
  /** Intensity of the session, which sets the scale of the fill together with the targets. */
  @property({ attribute: false }) intensity: Mmhg = mmhg(0);
  /**
   * Whether the pressures are old, because the boots have not reported for a while. The picture then hatches all zones, and a text says so.
   */
  @property({ type: Boolean, reflect: true }) stale = false;
  @property({ type: Boolean, reflect: true }) settable = false;
  @property({ attribute: false }) marked: ReadonlySet<ZoneKey> = noMarks;
  @property({ attribute: false }) open: ReadonlySet<ZoneKey> = noMarks;

  private shapes: readonly LegShape[] = [];
  private shapesOf = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('legs')) this.shapeLegs();
  }

  /**
   * Computes the outlines if the zones have changed. `legs` changes several times a second, but mostly in its pressures, which move no
   * outline.
   */
  private shapeLegs(): void {
    const partsOf = (side: Side): readonly BodyPart[] => this.legs[side].map((zone) => zone.part);
    const sides = (['left', 'right'] satisfies Side[]).filter((side) => this.legs[side].length > 0);
    const key = sides.map((side) => `${side}:${partsOf(side).join()}`).join(' ');
    if (key === this.shapesOf) return;
    this.shapesOf = key;
    this.shapes = sides.map((side) => ({
      side,
      zones: legOutline(partsOf(side), side, CENTRES[side]).map((zone) => ({
        ...zone,
        surface: surface(zone),
        waterline: waterline(zone),
      })),
    }));
  }

  focusZone(side: Side, zone: number): void {
    this.renderRoot.querySelector<HTMLElement>(`[data-name="${zoneKey(side, zone)}"] button`)?.focus();
  }

  private readonly press = (side: Side, zone: number) => (): void => {
    if (this.settable) this.dispatchEvent(new ZoneEvent(side, zone));
  };

  private zone(side: Side, i: number, outline: LegShape['zones'][number], zone: ZoneView, full: Mmhg) {
    const key = zoneKey(side, i);
    const drawn: DrawnZone = {
      outline,
      filled: zone.pressure === null ? null : level(zone.pressure, full),
      asked: typeof zone.target === 'number' ? level(zone.target, full) : null,
      crest: atCrest(zone, this.doing),
      marked: this.marked.has(key),
      open: this.open.has(key),
    };
    return guard(Object.values(drawn), () => this.drawing(side, i, drawn));
  }

  private drawing(side: Side, i: number, { outline, filled, asked, ...is }: DrawnZone): SVGTemplateResult {
    const height = outline.bottom - outline.top;
    const id = `${side}-${i}`;
    const share = filled ?? 0;
    return svg`
      <g class=${classMap({ zone: true, unknown: filled === null, ...is })} data-zone=${id} @click=${this.press(side, i)}>
        <clipPath id=${id}><path d=${outline.chamber}></path></clipPath>
        <path class="chamber" d=${outline.chamber}></path>
        <g clip-path="url(#${id})">
          <path class=${classMap({ air: true, none: share === 0 })} d=${outline.surface} style=${styleMap({
            transform: `translateY(${((1 - share) * height).toFixed(1)}px)`,
            '--pressed': share.toFixed(2),
          })}></path>
          <path class=${classMap({ asked: true, none: asked === null })} d=${outline.waterline} style=${styleMap(
            {
              transform: `translateY(${((1 - (asked ?? 0)) * height).toFixed(1)}px)`,
            },
          )}></path>
        </g>
        <path class="outline" d=${outline.chamber}></path>
        ${
          is.marked
            ? svg`<g class="mark" transform="translate(${(outline.left + outline.right) / 2} ${(outline.top + outline.bottom) / 2 + 8})">
                <path class="sign" d="M0 -21L23 19H-23Z"></path><path class="stroke" d="M0 -6V6M0 12V12.5"></path>
              </g>`
            : nothing
        }
      </g>
    `;
  }

  private name(side: Side, i: number, zone: ZoneView) {
    const key = zoneKey(side, i);
    const [crest, marked, chosen] = [atCrest(zone, this.doing), this.marked.has(key), this.open.has(key)];
    const number = zone.pressure === null ? words.session.dash : words.numbers.pressure(zone.pressure);
    const part = words.parts[zone.part];
    const label = this.settable ? words.session.setZone(words.zoneSettings.zone(zone.part, side)) : null;
    // The button lies over the text. Its accessible name leaves out the pressure, which changes too often to be read.
    return guard(
      [number, part, label, crest, marked, chosen],
      () => html`<div class=${classMap({ name: true, chosen })} data-name=${key}>
        <span aria-hidden="true"
          ><b class=${classMap({ number: true, crest })} data-number="${side}-${i}">${marked ? html`<wa-icon name="care"></wa-icon>` : nothing}${number}</b>
          <span class="part">${part}</span></span
        >
        ${
          label === null
            ? nothing
            : html`<button
                type="button"
                aria-label=${label}
                aria-expanded=${chosen ? 'true' : 'false'}
                @click=${this.press(side, i)}
              ></button>`
        }
      </div>`,
    );
  }

  /** The names and pressures of a leg's zones, hip first. Each row is as tall as its zone, or taller if its text needs that. */
  private names({ side, zones }: LegShape) {
    const top = zones.at(-1)?.top ?? 0;
    const rows = zones
      .map(({ top, bottom }) => `minmax(min-content, ${bottom - top + ZONE_GAP}fr)`)
      .reverse();
    return html`<div class="names ${side}" style=${styleMap({ 'grid-template-rows': `${top}fr ${rows.join(' ')} ${NAMES_HEIGHT}fr` })}>
      <span></span>
      ${this.legs[side].map((zone, i) => this.name(side, i, zone)).reverse()}
      <span class="side" aria-hidden="true">${words.sides[side]}</span>
    </div>`;
  }

  override render() {
    const full = fullAt(this.intensity, [...this.legs.left, ...this.legs.right]);
    const { from, width } = boxOf(this.shapes.map(({ side }) => side));
    const most = Math.max(0, ...this.shapes.map(({ zones }) => zones.length));
    const leg = (side: Side): LegShape | undefined => this.shapes.find((shape) => shape.side === side);
    const [left, right] = [leg('left'), leg('right')];
    return html`
      <div class="picture" style=${styleMap({ '--zones': String(most), '--shape': String(width / HEIGHT) })}>
        ${left ? this.names(left) : nothing}
        <svg viewBox="${from} 0 ${width} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label=${words.legsAloud(this.legs)}>
          <defs>
            <pattern id="hatch" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <line class="hatch" x1="0" y1="0" x2="0" y2="9"></line>
            </pattern>
          </defs>
          ${this.shapes.map(
            ({ side, zones }) => svg`
              <g class="leg">
                ${zones.map((outline, i) => {
                  const zone = this.legs[side][i];
                  return zone ? this.zone(side, i, outline, zone, full) : null;
                })}
              </g>
            `,
          )}
        </svg>
        ${right ? this.names(right) : nothing}
      </div>
      <p class="old" role="status" ?hidden=${!this.stale}>${words.session.stale}</p>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-legs': LegsPicture;
  }
}
