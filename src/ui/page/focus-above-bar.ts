/**
 * Makes the page scroll so that the bar at its bottom does not cover the focused element, and tells styles how tall the bar is
 * (`--bar-height`).
 */

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Room for the focus ring between the focused element and the bar, px. */
const FOCUS_GAP = 12;

export class FocusAboveBar implements ReactiveController {
  private readonly sizes = new ResizeObserver(() => this.setPadding());
  private bar: Element | null = null;

  constructor(
    host: ReactiveControllerHost,
    private readonly findBar: () => Element | null,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const bar = this.findBar();
    if (bar === this.bar) return;
    this.sizes.disconnect();
    this.bar = bar;
    if (bar) this.sizes.observe(bar);
  }

  hostDisconnected(): void {
    this.sizes.disconnect();
    this.bar = null;
  }

  private setPadding(): void {
    const height = this.bar?.getBoundingClientRect().height ?? 0;
    const { style } = document.documentElement;
    style.scrollPaddingBlockEnd = `${Math.ceil(height) + FOCUS_GAP}px`;
    style.setProperty('--bar-height', `${Math.ceil(height)}px`);
  }
}
