/** The button that starts a squeeze: Start, Start again or Resume. While no squeeze may start, the button is marked as disabled. */

import { html, nothing } from 'lit';
import type { BeginPress } from '../../input/begin-press.ts';

interface BeginButton {
  readonly id: string;
  readonly label: unknown;
  readonly enabled: boolean;
  /** Id of the element that says why the button is disabled; empty = none. */
  readonly reason: string;
  readonly press: BeginPress;
}

export const beginButton = ({ id, label, enabled, reason, press }: BeginButton) => html`<button
  id=${id}
  class="go"
  type="button"
  aria-disabled=${enabled ? 'false' : 'true'}
  aria-describedby=${reason || nothing}
  @pointerdown=${press.down}
  @keydown=${press.key}
  @click=${press.click}
>
  ${label}
</button>`;
