/**
 * Something that sticks to the bottom of the page and covers what is behind it: the page scrolls what gets the focus clear of it,
 * however tall it is just now.
 */

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Between it and what has the focus, for the ring around that, px. */
const GAP = 12;

export class RoomBelow implements ReactiveController {
  private readonly watch = new ResizeObserver(() => this.make());
  private element: Element | null = null;

  /** @param find what sticks there; looked for after each drawing */
  constructor(
    host: ReactiveControllerHost,
    private readonly find: () => Element | null,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const found = this.find();
    if (found === this.element) return;
    this.watch.disconnect();
    this.element = found;
    if (found) this.watch.observe(found);
  }

  hostDisconnected(): void {
    this.watch.disconnect();
    this.element = null;
  }

  private make(): void {
    const height = this.element?.getBoundingClientRect().height ?? 0;
    document.documentElement.style.scrollPaddingBlockEnd = `${Math.ceil(height) + GAP}px`;
  }
}
