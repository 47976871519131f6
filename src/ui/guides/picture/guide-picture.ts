/** The picture of a phase: the lower body from the front and from behind, with the muscle that is worked on. */

import { html, LitElement, type SVGTemplateResult, svg } from 'lit';
import { property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { keyed } from 'lit/directives/keyed.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Side } from '../../../../firmware-protocol/zones.ts';
import type { Phase } from '../../../guide/guide.ts';
import { guideWords } from '../../../words/guides/guides-in-use.ts';
import { words } from '../../../words/in-use.ts';
import { moving } from '../../styles/motion.ts';
import { shared } from '../../styles/shared.ts';
import { details, FLOOR, half, type Patch, patches, type Seen } from './figure.ts';
import text from './guide-picture.css?inline';
import still from './guide-picture-still.css?inline';
import { PassClock } from './pass-timing.ts';
import { closed, mirrored, open, type Point } from './smooth.ts';

/** x of the middle of each figure, in the units of the picture. */
const MIDDLES: Readonly<Record<Seen, number>> = { front: 92, behind: 272 };
const WIDTH = 364;
const TOP = -34;
const HEIGHT = FLOOR + 72;

const facesOf: readonly Seen[] = ['front', 'behind'];
const sidesOf: readonly Side[] = ['left', 'right'];

/** The points for a side. The left side is on the left in both figures, so that the figure from the front looks like a mirror image. */
const on = (side: Side, points: readonly Point[]): readonly Point[] =>
  side === 'left' ? mirrored(points) : points;

const outlines = Object.fromEntries(
  facesOf.map((seen) => {
    const right = half[seen];
    const left = mirrored([...right].reverse());
    return [seen, closed([...right.slice(0, -1), ...left.slice(0, -1)])];
  }),
) as Readonly<Record<Seen, string>>;

const initialOf = (side: Side): string => words.capital(words.sides[side].charAt(0));

/**
 * CSS animates the movement, so that it is smooth although the page seldom redraws. With reduced motion, an arrow shows the direction
 * instead.
 *
 * @tag heartward-guide-picture
 * @cssproperty --picture-height - Height of the picture.
 */
export class GuidePicture extends LitElement {
  static override styles = [shared, moving(text), moving(still)];

  @property({ attribute: false }) phase: Phase | null = null;
  /** Time since the phase began, s. The animation starts from this point of the phase. */
  @property({ attribute: false }) since = 0;
  @property({ type: Boolean, reflect: true }) paused = false;
  /** Whether the picture is still and has no letters or moving marks, for lists. */
  @property({ type: Boolean, reflect: true }) plain = false;

  private readonly clock = new PassClock();

  protected override willUpdate(): void {
    this.clock.see(this.phase, this.since);
  }

  private isLit(seen: Seen, side: Side): boolean {
    const { phase } = this;
    if (phase === null || phase.muscle === null || !(phase.muscle in patches[seen])) return false;
    return phase.side === null || phase.side === side;
  }

  /** The mark that moves along, around or on the muscle; null if the phase has no movement. The arrow is for reduced motion. */
  private movement(phase: Phase, patch: Patch, side: Side): SVGTemplateResult | null {
    if (phase.direction === null) return null;
    const [from, to] = on(side, patch.way);
    if (!from || !to) throw new Error('a stroke needs two ends');
    const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const turned = `translate(${from[0]} ${from[1]}) rotate(${(Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI + 90})`;
    switch (phase.direction) {
      case 'toward-heart':
        return svg`<g transform=${turned}>
          <path class="arrow" d=${`M0 ${-length + 4}V0M-9 ${-length + 15}L0 ${-length + 4}L9 ${-length + 15}`}></path>
          <g class="goes" style=${styleMap({ '--length': `${-length}px` })}><rect class="hand" x="-25" y="-8" width="50" height="16" rx="8"></rect></g>
        </g>`;
      case 'to-and-fro':
        return svg`<g transform=${turned}>
          <path class="arrow" d=${`M0 ${-length + 4}V-4M-8 ${-length + 14}L0 ${-length + 4}L8 ${-length + 14}M-8 -14L0 -4L8 -14`}></path>
          <g class="swings" style=${styleMap({ '--length': `${-length}px` })}><circle class="dot" r="9"></circle></g>
        </g>`;
      case 'around':
        return svg`<g transform="translate(${middle[0]} ${middle[1]})">
          <path class="arrow" d="M-22 -14A26 26 0 1 1 -25 8M-32 -2L-25 9L-15 1"></path>
          <g class="circles"><circle class="dot" cx="0" cy="-26" r="8"></circle></g>
        </g>`;
      case 'on-the-spot':
        return svg`<g transform="translate(${middle[0]} ${middle[1]})">
          <circle class="ring" r="17"></circle><circle class="dot" r="7"></circle>
        </g>`;
    }
  }

  private leg(seen: Seen, side: Side): SVGTemplateResult | null {
    const { phase } = this;
    if (phase?.muscle == null || !this.isLit(seen, side)) return null;
    const patch = patches[seen][phase.muscle];
    if (!patch) return null;
    return svg`<g class=${classMap({ lit: true, [phase.kind]: true })}>
      <path class="muscle" d=${closed(on(side, patch.points))}></path>
      ${patch.fibres.map((line) => svg`<path class="fibre" d=${open(on(side, line))}></path>`)}
      ${phase.kind === 'work' ? this.movement(phase, patch, side) : null}
    </g>`;
  }

  private steps(seen: Seen): SVGTemplateResult | null {
    if (this.phase?.cue !== 'walk' && this.phase?.cue !== 'run') return null;
    return svg`${sidesOf.map(
      (side) => svg`<g class=${`step ${side} ${this.phase?.cue}`}>
        ${Object.values(patches[seen])
          .filter((patch) => patch.fibres.length > 0)
          .map((patch) => svg`<path class="muscle" d=${closed(on(side, patch.points))}></path>`)}
      </g>`,
    )}`;
  }

  private plate(seen: Seen): SVGTemplateResult | null {
    if (!this.phase?.cue.startsWith('plate')) return null;
    const isOn = this.phase.cue === 'plate-on';
    return svg`<g class=${classMap({ plate: true, on: isOn })}>
      <rect x="-74" y=${FLOOR + 2} width="148" height="13" rx="6"></rect>
      ${isOn ? svg`<path class="hum" d=${seen === 'front' ? `M-83 ${FLOOR}v17m-8 -13v9` : `M83 ${FLOOR}v17m8 -13v9`}></path>` : null}
    </g>`;
  }

  private figure(seen: Seen): SVGTemplateResult {
    const quiet = this.phase?.muscle != null && !(this.phase.muscle in patches[seen]);
    return svg`<g class=${classMap({ figure: true, quiet })} transform="translate(${MIDDLES[seen]} 0)">
      ${this.plate(seen)}
      <path class="body" d=${outlines[seen]}></path>
      ${sidesOf.flatMap((side) => details[seen].map((line) => svg`<path class="detail" d=${open(on(side, line))}></path>`))}
      ${this.steps(seen)} ${sidesOf.map((side) => this.leg(seen, side))}
      <text class="side" x="-33" y=${FLOOR + 34} text-anchor="middle">${initialOf('left')}</text>
      <text class="side" x="33" y=${FLOOR + 34} text-anchor="middle">${initialOf('right')}</text>
      <text class="seen" x="0" y="-14" text-anchor="middle">${seen === 'front' ? guideWords().texts.front : guideWords().texts.behind}</text>
    </g>`;
  }

  override render() {
    const { phase } = this;
    if (phase === null) return null;
    return keyed(
      this.clock.beginnings,
      html`<svg viewBox=${`0 ${TOP} ${WIDTH} ${HEIGHT}`} role="img" aria-label=${guideWords().picture(phase)} style=${styleMap(this.clock.timingOf(phase))}>
      ${facesOf.map((seen) => this.figure(seen))}
    </svg>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-guide-picture': GuidePicture;
  }
}
