/** A number between a minus and a plus button. */

import { html, LitElement, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import { words } from '../../../words/in-use.ts';
import { ChangeEvent } from '../../events.ts';
import { shared } from '../../styles/shared.ts';
import text from './stepper.css?inline';

const STEPS_PER_PAGE = 5;

/**
 * For the keyboard and screen readers, the stepper is one spin button; its two buttons are for pointers. The stepper does not change `value` itself:
 * its parent sets the new `value` on `heartward-change`.
 *
 * @tag heartward-stepper
 * @fires heartward-change - The user chose another value.
 */
export class Stepper extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property() label = '';
  @property({ attribute: false }) reads: (value: number) => string = (value) => words.numbers.count(value);
  @property({ type: Number }) value = 0;
  @property({ type: Number }) min = 0;
  @property({ type: Number }) max = 100;
  @property({ type: Number }) step = 1;
  @property({ type: Boolean }) disabled = false;
  /** What the number belongs to, such as a zone; empty = nothing. Screen readers read it before the label. */
  @property() owner = '';

  private request(wanted: number): void {
    const value = Math.min(this.max, Math.max(this.min, wanted));
    if (this.disabled || value === this.value) return;
    this.dispatchEvent(new ChangeEvent(value));
  }

  private readonly less = (): void => this.request(this.value - this.step);
  private readonly more = (): void => this.request(this.value + this.step);

  private readonly onKey = (event: KeyboardEvent): void => {
    const wanted = this.valueAfter(event.key);
    if (wanted === null || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.request(wanted);
  };

  /** Null = the key changes nothing. */
  private valueAfter(key: string): number | null {
    switch (key) {
      case 'ArrowUp':
      case 'ArrowRight':
        return this.value + this.step;
      case 'ArrowDown':
      case 'ArrowLeft':
        return this.value - this.step;
      case 'PageUp':
        return this.value + STEPS_PER_PAGE * this.step;
      case 'PageDown':
        return this.value - STEPS_PER_PAGE * this.step;
      case 'Home':
        return this.min;
      case 'End':
        return this.max;
      default:
        return null;
    }
  }

  override render() {
    const name = this.owner === '' ? this.label : words.labelled(this.owner, this.label);
    const reads = this.reads(this.value);
    return html`
      <span class="label" aria-hidden="true">${this.label}</span>
      <span class="row">
        <button
          class="less"
          type="button"
          tabindex="-1"
          aria-label=${words.stepper.less(name)}
          ?disabled=${this.disabled || this.value <= this.min}
          @click=${this.less}
        >−</button>
        <span
          class="value"
          role="spinbutton"
          tabindex=${this.disabled ? -1 : 0}
          aria-label=${name}
          aria-disabled=${this.disabled ? 'true' : 'false'}
          aria-valuenow=${this.value}
          aria-valuemin=${this.min}
          aria-valuemax=${this.max}
          aria-valuetext=${reads}
          @keydown=${this.onKey}
        >${reads}</span>
        <button
          class="more"
          type="button"
          tabindex="-1"
          aria-label=${words.stepper.more(name)}
          ?disabled=${this.disabled || this.value >= this.max}
          @click=${this.more}
        >+</button>
      </span>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-stepper': Stepper;
  }
}
