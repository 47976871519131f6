/**
 * Keys and taps of a running guide: Space, or a tap outside any control, pauses and continues; the left and right arrows go back and on to
 * the next phase. A setting of the page switches the keys off.
 */

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { singleKeysOn } from '../../input/single-keys.ts';
import { takesSpace } from '../../input/stop-and-pause-keys.ts';

export interface GuideKeyActions {
  readonly pauseOrResume: () => void;
  readonly back: () => void;
  readonly next: () => void;
}

const pressed = 'button, a[href], summary, label, input, [role=button]';

const isPressedForItself = (event: Event): boolean =>
  event.composedPath().some((node) => node instanceof Element && node.matches(pressed));

export class GuideKeys implements ReactiveController {
  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly actions: GuideKeyActions,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('keydown', this.onKey);
    this.host.addEventListener('click', this.onTap);
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.onKey);
    this.host.removeEventListener('click', this.onTap);
  }

  private readonly onTap = (event: Event): void => {
    if (!isPressedForItself(event)) this.actions.pauseOrResume();
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.repeat) return;
    if (!singleKeysOn()) return;
    if (event.key === ' ' && !takesSpace(event)) {
      event.preventDefault();
      this.actions.pauseOrResume();
    } else if (event.key === 'ArrowLeft') this.actions.back();
    else if (event.key === 'ArrowRight') this.actions.next();
  };
}
