/** The state of the session in three lines. Each keeps room for its longest text, so that its height stays. */

import { html, LitElement, type PropertyValues, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import type { SessionView } from '../../../session/view.ts';
import { words } from '../../../words/in-use.ts';
import type { LongestLines } from '../../../words/live/session-words.ts';
import { shared } from '../../styles/shared.ts';
import text from './status-lines.css?inline';

/**
 * Not a live region: spoken/announcer.ts chooses which changes are read aloud.
 *
 * @tag heartward-status
 * @slot - The time left, shown above or beside the lines.
 */
export class StatusLines extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) view: SessionView | null = null;

  private most: LongestLines = { happening: [], detail: [], waves: [] };
  private mostOf = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('view') || !this.view) return;
    const { boots, minutes } = this.view;
    const key = `${boots?.parts.join()} ${boots?.sides.join()} ${minutes}`;
    if (key === this.mostOf) return;
    this.mostOf = key;
    this.most = words.longestLines(this.view);
  }

  private line(kind: keyof LongestLines, said: string) {
    return html`<p class=${kind}>
      <span>${said}</span>
      ${this.most[kind].map((longest) => html`<span class="spare" aria-hidden="true">${longest}</span>`)}
    </p>`;
  }

  override render() {
    const { view } = this;
    if (!view) return null;
    return html`
      <slot></slot>
      <div class="main">${this.line('happening', words.happening(view))}${this.line('waves', words.waves(view))}</div>
      ${this.line('detail', words.detail(view))}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-status': StatusLines;
  }
}
