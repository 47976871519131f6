/** A ring that shows how much of the session is left. */

import { html, LitElement, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import { type Seconds, seconds } from '../../../../firmware-protocol/quantities.ts';
import type { Progress } from '../../../session/view.ts';
import { words } from '../../../words/in-use.ts';
import { shared } from '../../styles/shared.ts';
import text from './time-ring.css?inline';

/**
 * The time to show. The prefill (a first filling at low pressure, before the minutes set) has its own countdown, which stays at zero if the
 * prefill takes longer than predicted.
 */
const shown = ({ settling, left }: Progress): Seconds =>
  settling === null ? left : seconds(Math.max(0, settling));

const isPlain = ({ settling, finishing, limit }: Progress): boolean =>
  settling === null && !finishing && limit === null;

function noteOn(progress: Progress | null, minutes: number): string {
  if (progress?.finishing) return words.session.finishing;
  if (progress && progress.settling !== null) return words.session.fillsFirst(minutes);
  return progress?.limit ? words.session.leftOfLongest(progress.limit) : words.session.left(minutes);
}

/**
 * @tag heartward-time-ring
 * @cssproperty --ring - Diameter, 13.75rem by default, but at most 36 % of the window's width. The text stays inside, whatever the
 *   device's text size.
 * @cssproperty --ring-note - `display` of the line under the time.
 */
export class TimeRing extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) progress: Progress | null = null;
  @property({ type: Number }) minutes = 0;

  override render() {
    const { progress } = this;
    const time = progress
      ? words.numbers.clockTime(shown(progress))
      : `${words.session.dash}:${words.session.dash}${words.session.dash}`;
    const share = progress && progress.promised > 0 ? progress.left / progress.promised : 1;
    const note = noteOn(progress, this.minutes);
    const percent = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
    return html`
      <wa-progress-ring .value=${percent} .label=${progress && isPlain(progress) ? words.session.leftAloud(time, this.minutes) : `${time} ${note}`}>
        <span class="inside" aria-hidden="true">
          <b>${time}</b>
          <span class="of">${note}</span>
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
