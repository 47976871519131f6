/** Whether the window is wide enough for two columns. */

import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class WideWindow implements ReactiveController {
  /** The width from which style sheets have two columns. */
  private readonly query = window.matchMedia('(min-width: 900px)');

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  get matches(): boolean {
    return this.query.matches;
  }

  hostConnected(): void {
    this.query.addEventListener('change', this.onChange);
  }

  hostDisconnected(): void {
    this.query.removeEventListener('change', this.onChange);
  }

  private readonly onChange = (): void => this.host.requestUpdate();
}
