/** Pause and Stop, under the thumb, above everything, as long as boots may be squeezing. */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import type { Phase } from '../../session/view.ts';
import { RoomBelow } from '../room-below.ts';
import { shared } from '../styles/shared.ts';
import text from '../styles/stop-bar.css?inline';
import { session as words } from '../words/screens.ts';

/**
 * @fires heartward-stop - Stop was pressed; pressed again it is asked for again.
 * @fires heartward-toggle - Pause, or Resume when paused, was pressed.
 * @slot - What must be read right above Stop.
 */
export class StopBar extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) phase: Phase = 'idle';

  constructor() {
    super();
    new RoomBelow(this, () => this);
  }

  private readonly stop = (): boolean => this.dispatchEvent(new CustomEvent('heartward-stop'));
  private readonly toggle = (): boolean => this.dispatchEvent(new CustomEvent('heartward-toggle'));

  override render() {
    const paused = this.phase === 'paused' || this.phase === 'resuming';
    const canToggle = this.phase === 'running' || this.phase === 'paused';
    const stopping = this.phase === 'stopping';
    return html`
      <div class="above"><slot></slot></div>
      <div class="row" role="group" aria-label=${words.controls}>
        <wa-button
          id="pause"
          pill
          appearance=${paused ? 'accent' : 'outlined'}
          variant=${paused ? 'brand' : 'neutral'}
          ?disabled=${!canToggle}
          @click=${this.toggle}
        >
          <wa-icon slot="start" name=${paused ? 'play' : 'pause'}></wa-icon>
          ${paused ? words.resume : words.pause}<kbd aria-hidden="true">${words.space}</kbd>
        </wa-button>
        <wa-button id="stop" class="largest" pill variant="danger" @click=${this.stop}>
          <wa-icon slot="start" name="stop"></wa-icon>
          ${stopping ? words.stopping : words.stop}${stopping ? nothing : html`<kbd aria-hidden="true">${words.esc}</kbd>`}
        </wa-button>
      </div>
    `;
  }
}
