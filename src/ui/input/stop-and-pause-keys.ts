/**
 * The keys Esc and Space during a session. Esc stops the session wherever the focus is: the window catches it in the capture phase, before
 * a control or popup can consume it. Space pauses and resumes, unless the focused element uses Space itself.
 */

import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface StopAndPauseActions {
  /** Whether the keys work now: while Stop is on screen. */
  readonly active: () => boolean;
  readonly stop: () => void;
  readonly pauseOrResume: () => void;
}

const usesSpace =
  'button, input, textarea, select, summary, a[href], [contenteditable], [role=button], [role=checkbox], [role=switch], [role=radio], [role=option], [role=menuitem], [role=tab], [role=textbox]';

export const takesSpace = (event: Event): boolean =>
  event.composedPath().some((node) => node instanceof Element && node.matches(usesSpace));

export class StopAndPauseKeys implements ReactiveController {
  constructor(
    host: ReactiveControllerHost,
    private readonly actions: StopAndPauseActions,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('keydown', this.onKey, { capture: true });
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.onKey, { capture: true });
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (!this.actions.active()) return;
    if (event.key === 'Escape') {
      this.actions.stop();
      return;
    }
    const plain = !(event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.repeat);
    if (event.key === ' ' && plain && !takesSpace(event)) {
      event.preventDefault();
      this.actions.pauseOrResume();
    }
  };
}
