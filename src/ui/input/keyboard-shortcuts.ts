/**
 * The keyboard while boots may be squeezing. Esc stops from wherever the focus is: it is taken at the window, in the capture
 * phase, before any control or popup can keep it. Space pauses unless the focus is in something that uses it.
 */

import type { ReactiveController } from 'lit';

export interface SessionKeys {
  /** Whether the keys count now. */
  readonly active: () => boolean;
  readonly stop: () => void;
  /** Pause or resume, whichever is possible. */
  readonly toggle: () => void;
}

const usesSpace =
  'button, input, textarea, select, summary, a[href], [contenteditable], [role=button], [role=checkbox], [role=switch], [role=radio], [role=option], [role=menuitem], [role=tab], [role=textbox]';

const takesSpace = (event: Event): boolean =>
  event.composedPath().some((node) => node instanceof Element && node.matches(usesSpace));

export class KeyListener implements ReactiveController {
  constructor(private readonly keys: SessionKeys) {}

  hostConnected(): void {
    window.addEventListener('keydown', this.onKey, { capture: true });
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.onKey, { capture: true });
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (!this.keys.active()) return;
    if (event.key === 'Escape') {
      this.keys.stop();
      return;
    }
    const plain = !(event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.repeat);
    if (event.key === ' ' && plain && !takesSpace(event)) {
      event.preventDefault();
      this.keys.toggle();
    }
  };
}
