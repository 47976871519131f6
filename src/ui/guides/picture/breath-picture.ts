/** The picture of slow breathing: a disc that grows while breathing in and shrinks while breathing out, with the word for it inside. */

import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Phase } from '../../../guide/guide.ts';
import type { GuideView } from '../../../guide/view.ts';
import { words } from '../../../words/in-use.ts';
import { moving } from '../../styles/motion.ts';
import { shared } from '../../styles/shared.ts';
import text from './breath-picture.css?inline';

/**
 * Not a live region, because a word every few seconds would disturb. With reduced motion, only the word changes.
 *
 * @tag heartward-breath-picture
 * @cssproperty --picture-height - Height of the picture.
 */
export class BreathPicture extends LitElement {
  static override styles = [shared, moving(text)];

  @property({ attribute: false }) phase: Phase | null = null;
  /** `forth`: breathing in; `back`: breathing out; null before the first breath. */
  @property({ attribute: false }) way: GuideView['way'] = null;
  @property({ type: Boolean, reflect: true }) paused = false;

  override render() {
    const { phase, way } = this;
    const pace = phase?.pace ?? 0;
    const share = phase?.turn ?? 1;
    const takes = way === 'forth' ? pace * share : pace * (1 - share);
    return html`<div class=${classMap({ air: true, in: way === 'forth', out: way === 'back' })} style=${styleMap({ '--takes': `${takes.toFixed(1)}s` })}>
      <span class="disc"></span>
      <p>${way === null ? '' : words.breath[way === 'forth' ? 'in' : 'out']}</p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-breath-picture': BreathPicture;
  }
}
