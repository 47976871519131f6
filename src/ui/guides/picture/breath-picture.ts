/** The picture of slow breathing: a disc that grows while breathing in and shrinks while breathing out. */

import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { keyed } from 'lit/directives/keyed.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Phase } from '../../../guide/guide.ts';
import type { GuideView } from '../../../guide/view.ts';
import { words } from '../../../words/in-use.ts';
import { moving } from '../../styles/motion.ts';
import { shared } from '../../styles/shared.ts';
import text from './breath-picture.css?inline';
import { PassClock } from './pass-timing.ts';

/**
 * Not a live region, because a word every few seconds would disturb.
 *
 * @tag heartward-breath-picture
 * @cssproperty --picture-height - Height of the picture.
 */
export class BreathPicture extends LitElement {
  static override styles = [shared, moving(text)];

  @property({ attribute: false }) phase: Phase | null = null;
  /** `forth`: breathing in; `back`: breathing out; null = neither. */
  @property({ attribute: false }) way: GuideView['way'] = null;
  @property({ type: Boolean, reflect: true }) paused = false;

  /** Time since the phase began, s. */
  @property({ attribute: false }) since = 0;
  private readonly clock = new PassClock();

  protected override willUpdate(): void {
    this.clock.see(this.phase, this.since);
  }

  override render() {
    const { phase, way } = this;
    const timing = phase === null ? {} : this.clock.timingOf(phase);
    return keyed(
      this.clock.beginnings,
      html`<div class=${classMap({ air: true, in: way === 'forth' })} style=${styleMap(timing)}>
        <span class="disc"></span>
        <p>${way === null ? '' : words.breath[way === 'forth' ? 'in' : 'out']}</p>
      </div>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-breath-picture': BreathPicture;
  }
}
