/**
 * A shape that grows as one breathes in and shrinks as one breathes out, with the words. It is not announced: every few seconds
 * would be no calm. With reduced motion the words are all there is.
 */

import { html, LitElement, type PropertyValues, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Seconds } from '../../../../firmware-protocol/quantities.ts';
import type { Breath } from '../../../session/view.ts';
import { words } from '../../../words/in-use.ts';
import { shared } from '../../styles/shared.ts';
import text from './breath-cue.css?inline';

export class BreathCue extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) breath: Breath | null = null;
  /** How long the movement takes that is under way: set when the breath turns, and not with each tick after it. */
  private takes: Seconds | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('breath');
    if (this.breath?.phase !== before?.phase) this.takes = this.breath?.left ?? null;
  }

  override render() {
    if (!this.breath) return null;
    const { phase } = this.breath;
    return html`
      <span class="air ${phase}" aria-hidden="true" style=${styleMap({ '--takes': `${(this.takes ?? 0).toFixed(2)}s` })}></span>
      <p>${words.breath[phase]}</p>
    `;
  }
}
