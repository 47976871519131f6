/** A ring that shows how much of the session is left, with the time in it. */

import { html, LitElement, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import type { Progress } from '../../../session/view.ts';
import { words } from '../../../words/in-use.ts';
import { shared } from '../../styles/shared.ts';
import text from './time-ring.css?inline';

/**
 * @tag heartward-time-ring
 * @cssproperty --ring - Diameter. Default: 220px.
 * @cssproperty --ring-note - `display` of the line under the time.
 */
export class TimeRing extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) progress: Progress | null = null;
  /** Wall time asked for, min. */
  @property({ type: Number }) minutes = 0;

  override render() {
    const time = this.progress
      ? words.numbers.clockTime(this.progress.left)
      : `${words.session.dash}:${words.session.dash}${words.session.dash}`;
    const share =
      this.progress && this.progress.promised > 0 ? this.progress.left / this.progress.promised : 1;
    const percent = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
    return html`
      <wa-progress-ring .value=${percent} .label=${words.session.leftAloud(time, this.minutes)}>
        <span class="inside" aria-hidden="true">
          <b>${time}</b>
          <span class="of">${words.session.left(this.minutes)}</span>
        </span>
      </wa-progress-ring>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-time-ring': TimeRing;
  }
}
