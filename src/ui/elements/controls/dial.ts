/** A labelled slider with its value in large figures. */

import type WaSlider from '@awesome.me/webawesome/dist/components/slider/slider.js';
import { html, LitElement, nothing, type PropertyValues, unsafeCSS } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { styleMap } from 'lit/directives/style-map.js';
import { words } from '../../../words/in-use.ts';
import { ChangeEvent } from '../../events.ts';
import { shared } from '../../styles/shared.ts';
import text from './dial.css?inline';

export interface Mark {
  readonly at: number;
  readonly label: string;
}

/**
 * During a drag, shows the value under the finger, but reports it only when the finger lifts, so that the boots do not get every value on
 * the way.
 *
 * @tag heartward-dial
 * @attr narrow - For a dial that stands beside another dial.
 * @slot - Content beside the label.
 * @fires heartward-change - The user chose another value.
 */
export class Dial extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property() label = '';
  @property() unit = '';
  /** A word for the value, such as how it feels, shown with it. */
  @property({ attribute: false }) feels: (value: number) => string = () => '';
  @property({ attribute: false }) aloud: (value: number) => string = (value) => words.numbers.count(value);
  @property({ attribute: false }) shows: (value: number) => string = (value) => words.numbers.count(value);
  @property({ type: Number }) value = 0;
  @property({ type: Number }) min = 0;
  @property({ type: Number }) max = 100;
  @property({ attribute: false }) marks: readonly Mark[] = [];
  @property() note = '';
  /** When the pending change will take effect, shown in place of the note; empty = no change is pending. */
  @property() pending = '';
  /** The longest text that `pending` can have. The dial keeps room for it, so that nothing moves when the pending text appears. */
  @property({ attribute: 'most-pending' }) mostPending = '';
  @property({ type: Boolean }) disabled = false;

  /** The value under the finger during a drag; null = the dial shows `value`. */
  @state() private draft: number | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value')) this.draft = null;
  }

  private readonly onInput = (event: Event): void => {
    const now = (event.currentTarget as WaSlider).value;
    this.draft = now === this.value ? null : now;
  };

  private readonly onChange = (event: Event): void => {
    const chosen = (event.currentTarget as WaSlider).value;
    this.draft = null;
    if (chosen !== this.value) this.dispatchEvent(new ChangeEvent(chosen));
  };

  private mark(mark: Mark) {
    if (mark.at < this.min || mark.at > this.max) return nothing;
    const share = ((mark.at - this.min) / (this.max - this.min)) * 100;
    // Shifts each label to the left by its share of its own width, so that none sticks out beyond either end of the track.
    const place = { left: `${share.toFixed(1)}%`, translate: `-${share.toFixed(1)}%` };
    return html`<i style=${styleMap({ left: place.left })}></i><span style=${styleMap(place)}>${mark.label}</span>`;
  }

  override render() {
    const shown = this.draft ?? this.value;
    return html`
      <div class="head">
        <span class="label" aria-hidden="true">${this.label}</span>
        <span class="feels" aria-hidden="true">${this.feels(shown)}</span>
        <slot></slot>
        <span class="value" aria-hidden="true"><output>${this.shows(shown)}</output> <small>${this.unit}</small></span>
      </div>
      <wa-slider
        .label=${this.label}
        .min=${this.min}
        .max=${this.max}
        .step=${1}
        .value=${live(shown)}
        .valueFormatter=${this.aloud}
        ?disabled=${this.disabled}
        @input=${this.onInput}
        @change=${this.onChange}
      ></wa-slider>
      <div class="marks" aria-hidden="true">${this.marks.map((mark) => this.mark(mark))}</div>
      <p class="notes">
        <span class="pending" role="status">${this.pending}</span>
        <span class=${this.pending === '' ? 'note' : 'note spare'}>${this.note}</span>
        <span class="pending spare" aria-hidden="true">${this.mostPending}</span>
      </p>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-dial': Dial;
  }
}
