/**
 * The drawing of the edited program: the wave in each part of the leg, with handles for the part's peak, its hold and its turn (groups of
 * parts can be squeezed one after another).
 */

import { html, LitElement, nothing, svg, unsafeCSS } from 'lit';
import { property, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import { mmhg, seconds } from '../../../../../firmware-protocol/quantities.ts';
import { type LegPart, legParts, type Program } from '../../../../program/program.ts';
import type { DrawnCycle } from '../../../../timeline/preview/preview.ts';
import { editorWords } from '../../../../words/editor/editor-in-use.ts';
import { words } from '../../../../words/in-use.ts';
import { intend } from '../../../events.ts';
import { type Lane, PICTURE_WIDTH, type Picture, pictureOfCycle } from '../../../preview/geometry.ts';
import { shared } from '../../../styles/shared.ts';
import text from './edit-drawing.css?inline';
import {
  type DragMeasures,
  editingScale,
  editTo,
  type Handle,
  type HandleKind,
  type PartHandles,
  partHandles,
  valueAfterDrag,
  valueAfterKey,
} from './handles.ts';

/** Heights in the drawing, px at the usual text size. The drawing grows with its text. */
const MEASURES = { lane: 60, gap: 8, heading: 0 } as const;

interface Drag {
  readonly kind: HandleKind;
  readonly part: LegPart;
  readonly handle: Handle;
  /** Where the pointer was when the drag began, px. */
  readonly x: number;
  readonly y: number;
  readonly measures: DragMeasures;
  readonly gesture: string;
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;
const rem = (length: number): string => `${(length / 16).toFixed(3)}rem`;

/**
 * Shows one cycle on boots with a zone for each part. The handles show the values of `program`, even if the curves are `old`.
 *
 * @tag heartward-edit-drawing
 * @fires heartward-intent - `editDraft`
 */
export class EditDrawing extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) program: Program | null = null;
  @property({ attribute: false }) drawing: DrawnCycle | null = null;
  @property({ type: Boolean, reflect: true }) old = false;

  @state() private drag: Drag | null = null;
  /**
   * Number of gestures so far, which makes their names unique. A gesture is one step for Undo: a drag, or all key presses while a handle
   * keeps the focus.
   */
  private gestures = 0;

  private readonly onDown =
    (kind: HandleKind, { part, handles }: PartHandles) =>
    (event: PointerEvent) => {
      const { currentTarget } = event;
      const stage = this.renderRoot.querySelector('.stage');
      if (event.button !== 0 || !(currentTarget instanceof HTMLElement) || !this.program || !stage) return;
      currentTarget.setPointerCapture(event.pointerId);
      this.drag = {
        kind,
        part,
        handle: handles[kind],
        x: event.clientX,
        y: event.clientY,
        gesture: this.nextGesture(),
        // Keeps the scale of the beginning of the drag, so that nothing moves under the finger.
        measures: {
          lane: (MEASURES.lane / 16) * Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
          full: editingScale(this.program),
          width: stage.clientWidth,
          lasts: this.drawing?.cycleTime ?? 0,
        },
      };
    };

  private readonly onMove = ({ clientX, clientY }: PointerEvent): void => {
    const { drag, program } = this;
    if (!drag || !program) return;
    const moved = { dx: clientX - drag.x, dy: clientY - drag.y };
    const value = valueAfterDrag(drag.kind, drag.handle, moved, drag.measures);
    intend(this, 'editDraft', editTo(program, drag.kind, drag.part, value), drag.gesture);
  };

  private readonly onUp = (): void => {
    this.drag = null;
  };

  private readonly onKey =
    (kind: HandleKind, { part, handles }: PartHandles) =>
    (event: KeyboardEvent) => {
      const value = valueAfterKey(handles[kind], event.key);
      if (value === null || !this.program || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      intend(this, 'editDraft', editTo(this.program, kind, part, value), `keys ${this.gestures}`);
    };

  private readonly nextGesture = (): string => {
    this.gestures++;
    return `drag ${this.gestures}`;
  };

  private handle(kind: HandleKind, of: PartHandles, place: Readonly<Record<string, string>>) {
    const { value, least, most } = of.handles[kind];
    const { drawing } = editorWords();
    const name = { peak: drawing.peak, hold: drawing.longer, turn: drawing.turn }[kind](of.part);
    const turns = Math.max(1, this.program?.pattern.sections.length ?? 1);
    const aloud = {
      peak: () => drawing.peakAloud(mmhg(value)),
      hold: () => drawing.holdAloud(seconds(value), seconds(value - least)),
      turn: () => drawing.turnAloud(value, turns),
    }[kind]();
    return html`<span
      class="handle ${kind}"
      id="${kind}-${of.part.replaceAll(' ', '-')}"
      role="slider"
      tabindex="0"
      aria-label=${name}
      aria-orientation=${kind === 'peak' ? 'vertical' : 'horizontal'}
      aria-valuenow=${value}
      aria-valuemin=${least}
      aria-valuemax=${most}
      aria-valuetext=${aloud}
      title=${words.labelled(name, aloud)}
      style=${styleMap(place)}
      @pointerdown=${this.onDown(kind, of)}
      @pointermove=${this.onMove}
      @pointerup=${this.onUp}
      @pointercancel=${this.onUp}
      @keydown=${this.onKey(kind, of)}
      @focus=${this.nextGesture}
    ><i>${kind === 'turn' ? words.numbers.count(value) : nothing}</i></span>`;
  }

  /** The handles of peak and hold. They are at least 44 px apart, the width of each, however short the hold is. */
  private inStage(of: PartHandles, lane: Lane, full: number) {
    const height = Math.min(1, of.handles.peak.value / full) || 0;
    const top = rem(lane.bottom - (lane.bottom - lane.top) * height);
    const hold = `max(66px, min(100%, ${percent(of.to)}))`;
    const peak = `max(22px, min(${percent(of.from)}, calc(${hold} - 44px)))`;
    return [this.handle('peak', of, { left: peak, top }), this.handle('hold', of, { left: hold, top })];
  }

  private lane(lane: Lane, id: string) {
    const ground = svg`<rect class="ground" x="0" y=${lane.top} width=${PICTURE_WIDTH} height=${lane.bottom - lane.top}></rect>`;
    if (lane.off) return ground;
    return svg`${ground}
      <linearGradient id=${id} gradientUnits="userSpaceOnUse" x1="0" x2=${PICTURE_WIDTH} y1="0" y2="0">
        ${lane.depths.map(({ at, depth }) => svg`<stop class="depth" offset=${at.toFixed(4)} stop-opacity=${depth.toFixed(2)}></stop>`)}
      </linearGradient>
      <path d=${lane.area} fill="url(#${id})"></path>
      <path class="edge" d=${lane.edge}></path>
      <path class="asked" d=${lane.asked}></path>`;
  }

  private name(program: Program, lane: Lane, of: PartHandles | undefined) {
    const { drawing, part } = editorWords();
    const partOfLane = legParts.find((each) => each === lane.part);
    return html`<span class="name" style=${styleMap({ top: rem(lane.top), height: rem(lane.bottom - lane.top) })}>
      ${of === undefined ? nothing : this.handle('turn', of, {})}
      <span class="text"
        ><b>${partOfLane === undefined ? words.parts[lane.part] : part.name(partOfLane)}</b>
        <span class="value">${
          of === undefined || !program.shape[of.part].enabled
            ? drawing.off
            : drawing.shows(mmhg(of.handles.peak.value))
        }</span></span
      >
    </span>`;
  }

  private plot(program: Program, drawing: DrawnCycle, picture: Picture, full: number) {
    const all = partHandles(program, drawing);
    const lanes = picture.legs[0]?.lanes ?? [];
    const ofLane = (lane: Lane): PartHandles | undefined => all.find(({ part }) => part === lane.part);
    const bottom = Math.max(0, ...lanes.map((lane) => lane.bottom));
    return html`<div class="plot">
      <div class="names" style=${styleMap({ height: rem(bottom) })}>
        <span class="unit" aria-hidden="true">${words.drawing.unit}</span>
        ${lanes.map((lane) => this.name(program, lane, ofLane(lane)))}
      </div>
      <div class="stage" style=${styleMap({ height: rem(bottom) })}>
        <svg viewBox="0 0 ${PICTURE_WIDTH} ${bottom}" preserveAspectRatio="none" aria-hidden="true">
          ${lanes.map((lane, index) => this.lane(lane, `lane-${index}`))}
          ${picture.turns.slice(1).map(({ from }) => svg`<path class="between" d="M${from * PICTURE_WIDTH} 0V${bottom}"></path>`)}
        </svg>
        ${lanes.map((lane) => {
          const of = ofLane(lane);
          return of === undefined ? nothing : this.inStage(of, lane, full);
        })}
      </div>
      <span class="of" aria-hidden="true">s</span>
      <div class="ticks" aria-hidden="true">
        ${picture.ticks.map(({ at, time }) => html`<span style=${styleMap({ left: percent(at) })}>${words.drawing.seconds(time)}</span>`)}
      </div>
    </div>`;
  }

  override render() {
    const { program, drawing } = this;
    if (!program) return nothing;
    const { drawing: said } = editorWords();
    if (!drawing) return html`<p class="empty">${said.none}</p>`;
    const full = this.drag?.measures.full ?? editingScale(program);
    const picture = pictureOfCycle(drawing, MEASURES, full);
    return html`${this.plot(program, drawing, picture, full)}
      <p class="note" role="status">${this.old ? said.old : ''}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-edit-drawing': EditDrawing;
  }
}
