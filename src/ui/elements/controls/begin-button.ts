/**
 * Start, Start again, Resume: whatever begins a squeeze. Always there and always in the same place (deck.css); while nothing can
 * begin it says so, and why.
 */

import { html, nothing } from 'lit';
import type { BeginningPress } from '../../input/begin-press.ts';

interface BeginButton {
  readonly id: string;
  readonly label: unknown;
  readonly may: boolean;
  /** Id of the words that say why not; empty = there are none. */
  readonly why: string;
  readonly press: BeginningPress;
}

export const beginButton = ({ id, label, may, why, press }: BeginButton) => html`<button
  id=${id}
  class="go"
  type="button"
  aria-disabled=${may ? 'false' : 'true'}
  aria-describedby=${why || nothing}
  @pointerdown=${press.down}
  @keydown=${press.key}
  @click=${press.click}
>
  ${label}
</button>`;
