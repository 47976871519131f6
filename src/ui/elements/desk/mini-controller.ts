/** The session in a small window on top of all others, with Stop, Pause, Resume and the intensity. Esc and Space work as in the page. */

import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import type { SessionView } from '../../../session/view.ts';
import { words } from '../../../words/in-use.ts';
import { intend, intends } from '../../events.ts';
import { BeginPress } from '../../input/begin-press.ts';
import { StopAndPauseKeys } from '../../input/stop-and-pause-keys.ts';
import { canPause, underWay } from '../../page/screen.ts';
import { intensityRange } from '../../settings/slider-ranges.ts';
import text from './mini-controller.css?inline';

/** How much one press of − or + changes the intensity, mmHg. */
const STEP_PER_PRESS = 5;

/**
 * The small window has a document of its own, and a style sheet made in one document cannot be adopted in another. The element therefore
 * makes its style sheet anew whenever it is connected.
 *
 * @tag heartward-mini
 * @fires heartward-intent - `stop`, `pause`, `resume`, `setIntensity`
 */
export class MiniController extends LitElement {
  @property({ attribute: false }) view: SessionView | null = null;

  private readonly resume = new BeginPress(
    () => this.view?.resumable.kind === 'yes',
    () => intend(this, 'resume'),
  );
  private readonly pause = (): void => {
    if (this.view && canPause(this.view)) intend(this, 'pause');
  };

  constructor() {
    super();
    new StopAndPauseKeys(this, () => true);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.dress();
  }

  private dress(): void {
    const { defaultView } = this.ownerDocument;
    const root = this.renderRoot;
    if (!defaultView || !(root instanceof ShadowRoot || 'adoptedStyleSheets' in root)) return;
    const sheet = new defaultView.CSSStyleSheet();
    sheet.replaceSync(text);
    (root as ShadowRoot).adoptedStyleSheets = [sheet];
  }

  private readonly change = (by: number) => (): void => {
    const { view } = this;
    if (!view) return;
    const { min, max } = intensityRange(view.boots, view.intensity);
    intend(this, 'setIntensity', mmhg(Math.min(max, Math.max(min, view.intensity + by))));
  };

  override render() {
    const { view } = this;
    if (!view) return nothing;
    const running = underWay(view);
    const { min, max } = intensityRange(view.boots, view.intensity);
    return html`
      <p class="time">${view.progress ? words.numbers.clockTime(view.progress.left) : words.session.dash}
        <span>${words.waves(view)}</span></p>
      <p class="happening">${view.phase === 'ended' ? words.endings[view.ended ?? 'none'].title : words.happening(view)}</p>
      <div class="intensity">
        <button id="less" type="button" aria-label=${words.stepper.less(words.session.intensity)}
          ?disabled=${!running || view.intensity <= min} @click=${this.change(-STEP_PER_PRESS)}>−</button>
        <span>${words.numbers.withUnit(view.intensity)}</span>
        <button id="more" type="button" aria-label=${words.stepper.more(words.session.intensity)}
          ?disabled=${!running || view.intensity >= max} @click=${this.change(STEP_PER_PRESS)}>+</button>
      </div>
      <div class="buttons">
        <button id="stop" type="button" ?disabled=${!running} @click=${intends('stop')}>${words.session.stop}</button>
        <button id="pause" type="button" ?disabled=${!canPause(view)} @click=${this.pause}>${words.session.pause}</button>
        <button
          id="resume"
          type="button"
          ?disabled=${view.resumable.kind !== 'yes'}
          @pointerdown=${this.resume.down}
          @keydown=${this.resume.key}
          @click=${this.resume.click}
        >${words.session.resume}</button>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-mini': MiniController;
  }
}
