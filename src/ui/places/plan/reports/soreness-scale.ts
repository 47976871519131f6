/** A scale from 0 to 10 for soreness, answered with one tap. It has plain buttons: with radio buttons, the first arrow key would already answer. */

import { html, LitElement, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import { planWords } from '../../../../words/plan/plan-in-use.ts';
import { ChangeEvent } from '../../../events.ts';
import { choices } from '../../../styles/choices.ts';
import { shared } from '../../../styles/shared.ts';
import text from './soreness-scale.css?inline';

const MOST_SORE = 10;

/**
 * @tag heartward-soreness
 * @fires heartward-change - The user chose a soreness, 0 to 10.
 */
export class SorenessScale extends LitElement {
  static override styles = [shared, choices, unsafeCSS(text)];

  /** The answer, 0 to 10; null = none yet. */
  @property({ attribute: false }) value: number | null = null;

  override render() {
    const { soreness } = planWords();
    return html`<fieldset>
      <legend>${soreness.question}</legend>
      <div class="choices scale">
        ${Array.from(
          { length: MOST_SORE + 1 },
          (_, value) => html`<button
            class="press"
            type="button"
            aria-pressed=${this.value === value ? 'true' : 'false'}
            @click=${() => this.dispatchEvent(new ChangeEvent(value))}
          >${value}</button>`,
        )}
      </div>
      <p class="soft ends"><span>${soreness.least}</span><span>${soreness.most}</span></p>
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-soreness': SorenessScale;
  }
}
