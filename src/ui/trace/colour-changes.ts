/** Tells an element that draws on a canvas when the colours of the page may have changed. */

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The device's colours, and paper, which is always light. */
const QUERIES = ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print'];

export class ColourChanges implements ReactiveController {
  private readonly lists = QUERIES.map((query) => matchMedia(query));

  constructor(
    host: ReactiveControllerHost,
    private readonly repaint: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    for (const list of this.lists) list.addEventListener('change', this.repaint);
  }

  hostDisconnected(): void {
    for (const list of this.lists) list.removeEventListener('change', this.repaint);
  }
}
