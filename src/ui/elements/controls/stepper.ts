/**
 * A number with a button to either side. The keyboard and readers meet it as one spin button; the two buttons are for fingers.
 */

import { html, LitElement, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import { words } from '../../../words/in-use.ts';
import { shared } from '../../styles/shared.ts';
import text from './stepper.css?inline';

/** Steps of Page Up and Page Down. */
const PAGE = 5;

/** @fires heartward-set - CustomEvent<number>: the value chosen. */
export class Stepper extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property() label = '';
  /** What the value reads as; the unit belongs to it. */
  @property({ attribute: false }) reads: (value: number) => string = (value) => words.numbers.count(value);
  @property({ type: Number }) value = 0;
  @property({ type: Number }) min = 0;
  @property({ type: Number }) max = 100;
  @property({ type: Number }) step = 1;
  @property({ type: Boolean }) disabled = false;
  /** Said before the label when it is read aloud: which of many it is. */
  @property() of = '';

  private set(wish: number): void {
    const value = Math.min(this.max, Math.max(this.min, wish));
    if (this.disabled || value === this.value) return;
    this.dispatchEvent(new CustomEvent<number>('heartward-set', { detail: value }));
  }

  private readonly less = (): void => this.set(this.value - this.step);
  private readonly more = (): void => this.set(this.value + this.step);

  private readonly onKey = (event: KeyboardEvent): void => {
    const to = this.keyed(event.key);
    if (to === null || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.set(to);
  };

  private keyed(key: string): number | null {
    switch (key) {
      case 'ArrowUp':
      case 'ArrowRight':
        return this.value + this.step;
      case 'ArrowDown':
      case 'ArrowLeft':
        return this.value - this.step;
      case 'PageUp':
        return this.value + PAGE * this.step;
      case 'PageDown':
        return this.value - PAGE * this.step;
      case 'Home':
        return this.min;
      case 'End':
        return this.max;
      default:
        return null;
    }
  }

  override render() {
    const name = this.of === '' ? this.label : `${this.of}: ${this.label}`;
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
