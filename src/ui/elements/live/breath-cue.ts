/** The breathing cue: a shape that grows on the in-breath and shrinks on the out-breath. */

import { html, LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Seconds } from '../../../../firmware-protocol/quantities.ts';
import type { Breath } from '../../../session/view.ts';
import { words } from '../../../words/in-use.ts';
import { moving } from '../../styles/motion.ts';
import { shared } from '../../styles/shared.ts';
import text from './breath-cue.css?inline';

/**
 * Not a live region, because an announcement every few seconds would disturb.
 *
 * @tag heartward-breath
 */
export class BreathCue extends LitElement {
  static override styles = [shared, moving(text)];

  @property({ attribute: false }) breath: Breath | null = null;
  /** How long the shape takes to grow or shrink: what the in-breath or out-breath had left when the element first showed it. */
  private duration: Seconds | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('breath');
    if (this.breath?.phase !== before?.phase) this.duration = this.breath?.left ?? null;
  }

  /** Without a breath, the element shows nothing but keeps its size. */
  override render() {
    const phase = this.breath?.phase ?? 'out';
    return html`
      <span class="air ${phase}" ?data-resting=${!this.breath} aria-hidden="true" style=${styleMap({ '--takes': `${(this.duration ?? 0).toFixed(2)}s` })}></span>
      <p>${this.breath ? words.breath[phase] : '\u00a0'}</p>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-breath': BreathCue;
  }
}
