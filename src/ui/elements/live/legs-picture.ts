/** The live picture of the legs. Its shapes come from legs/outline.ts, its fill levels from legs/level.ts. */

import { html, LitElement, type PropertyValues, type SVGTemplateResult, svg, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { styleMap } from 'lit/directives/style-map.js';
import { type Mmhg, mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { BodyPart, Side } from '../../../../firmware-protocol/zones.ts';
import type { Doing, SessionView, ZoneView } from '../../../session/view.ts';
import { words } from '../../../words/in-use.ts';
import { fullAt, level } from '../../legs/level.ts';
import { LEG_BOTTOM, legOutline, surface, waterline, type ZoneOutline } from '../../legs/outline.ts';
import { shared } from '../../styles/shared.ts';
import text from './legs-picture.css?inline';

/** The outline of a leg, with the paths that move with its pressures. */
interface LegShape {
  readonly side: Side;
  readonly centre: number;
  readonly zones: readonly (ZoneOutline & { readonly surface: string; readonly waterline: string })[];
}

/** x of each leg's centre line, in the units of the picture. */
const CENTRES: Readonly<Record<Side, number>> = { left: 160, right: 320 };
const HEIGHT = LEG_BOTTOM + 30;

function viewBox(sides: readonly Side[]): string {
  const from = sides.includes('left') ? -8 : 212;
  const to = sides.includes('right') ? 488 : 268;
  return `${from} 0 ${to - from} ${HEIGHT}`;
}

/** Whether the wave is squeezing the zone now. */
const atCrest = (zone: ZoneView, doing: Doing): boolean =>
  (doing.kind === 'filling' || doing.kind === 'squeezing') &&
  doing.parts.includes(zone.part) &&
  typeof zone.target === 'number';

/**
 * Fills each zone to its measured pressure, dashes a line at its target, and shows the crest of the wave in full colour. An unknown pressure is
 * hatched; `stale` hatches everything and says so.
 *
 * @tag heartward-legs
 * @cssproperty --legs-height - Height of the picture. Default: 56 % of the window, at most 620 px.
 */
export class LegsPicture extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) legs: SessionView['legs'] = { left: [], right: [] };
  @property({ attribute: false }) doing: Doing = { kind: 'nothing', parts: [], holding: [] };
  /** Peak asked for; sets the scale of the fill. */
  @property({ attribute: false }) intensity: Mmhg = mmhg(0);
  /** The boots have not been heard for a while: what is shown is old. */
  @property({ type: Boolean, reflect: true }) stale = false;

  private shapes: readonly LegShape[] = [];
  private shapesOf = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('legs')) this.shapeLegs();
  }

  /** Outlines change only when the boots do, while pressures change several times a second. */
  private shapeLegs(): void {
    const partsOf = (side: Side): readonly BodyPart[] => this.legs[side].map((zone) => zone.part);
    const sides = (['left', 'right'] satisfies Side[]).filter((side) => this.legs[side].length > 0);
    const key = sides.map((side) => `${side}:${partsOf(side).join()}`).join(' ');
    if (key === this.shapesOf) return;
    this.shapesOf = key;
    this.shapes = sides.map((side) => ({
      side,
      centre: CENTRES[side],
      zones: legOutline(partsOf(side), side, CENTRES[side]).map((zone) => ({
        ...zone,
        surface: surface(zone),
        waterline: waterline(zone),
      })),
    }));
  }

  private zone(
    side: Side,
    i: number,
    outline: LegShape['zones'][number],
    zone: ZoneView,
    full: Mmhg,
  ): SVGTemplateResult {
    const height = outline.bottom - outline.top;
    const known = zone.pressure !== null;
    const filled = zone.pressure === null ? 0 : level(zone.pressure, full);
    const asked = typeof zone.target === 'number' ? level(zone.target, full) : null;
    const crest = atCrest(zone, this.doing);
    const id = `${side}-${i}`;
    return svg`
      <g class=${classMap({ zone: true, crest, unknown: !known })} data-zone=${id}>
        <clipPath id=${id}><path d=${outline.chamber}></path></clipPath>
        <path class="chamber" d=${outline.chamber}></path>
        <g clip-path="url(#${id})">
          <path class=${classMap({ air: true, none: filled === 0 })} d=${outline.surface} style=${styleMap({
            transform: `translateY(${((1 - filled) * height).toFixed(1)}px)`,
            '--pressed': filled.toFixed(2),
          })}></path>
          <path class=${classMap({ asked: true, none: asked === null })} d=${outline.waterline} style=${styleMap(
            {
              transform: `translateY(${((1 - (asked ?? 0)) * height).toFixed(1)}px)`,
            },
          )}></path>
        </g>
        <path class="outline" d=${outline.chamber}></path>
        <text class="number" x=${outline.label.x} y=${outline.label.y} text-anchor=${side === 'left' ? 'end' : 'start'}>${
          zone.pressure === null ? words.session.dash : words.numbers.pressure(zone.pressure)
        }</text>
      </g>
    `;
  }

  override render() {
    const full = fullAt(this.intensity, [...this.legs.left, ...this.legs.right]);
    return html`
      <svg viewBox=${viewBox(this.shapes.map((leg) => leg.side))} role="img" aria-label=${words.legsAloud(this.legs)}>
        <defs>
          <pattern id="hatch" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line class="hatch" x1="0" y1="0" x2="0" y2="9"></line>
          </pattern>
        </defs>
        ${this.shapes.map(
          (leg) => svg`
            <g class="leg">
              ${leg.zones.map((outline, i) => {
                const zone = this.legs[leg.side][i];
                return zone ? this.zone(leg.side, i, outline, zone, full) : null;
              })}
              <text class="side" x=${leg.centre} y=${HEIGHT - 6} text-anchor="middle">${leg.side}</text>
            </g>
          `,
        )}
      </svg>
      <p class="old" role="status" ?hidden=${!this.stale}>${words.session.stale}</p>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-legs': LegsPicture;
  }
}
