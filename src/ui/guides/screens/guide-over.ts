/** The end of a guide: what was done, and what the user can do next. */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import type { Guide } from '../../../guide/guide.ts';
import { guides } from '../../../guide/guides.ts';
import type { GuideRecord } from '../../../guide/record.ts';
import { guideWords } from '../../../words/guides/guides-in-use.ts';
import { intend } from '../../events.ts';
import { addressOf } from '../../places/place.ts';
import { shared } from '../../styles/shared.ts';
import text from './guide-over.css?inline';

export class GuideOver extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) record: GuideRecord | null = null;
  @property({ attribute: false }) guide: Guide = guides.walk;
  @property({ type: Boolean }) planned = false;

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('h1')?.focus();
  }

  /** A guide that asks a question asks it each time. */
  private readonly onRepeat = (): void => {
    if (this.guide.askFirst === null) intend(this, 'beginGuide', this.guide);
    else intend(this, 'returnToGuide');
  };

  override render() {
    const { record } = this;
    if (record === null) return nothing;
    const words = guideWords();
    const { title, what } = words.over(record);
    return html`
      <div class="page">
        ${record.how === 'finished' ? html`<wa-icon name="check"></wa-icon>` : null}
        <h1 tabindex="-1">${title}</h1>
        <p class="what">${what}</p>
        <p class="soft">${words.texts.modest}</p>
        <div class="ways">
          ${
            this.planned
              ? html`<a class="go" href=${addressOf({ name: 'plan', path: [] })}>${words.texts.plan}</a>`
              : null
          }
          <a class=${this.planned ? '' : 'go'} href=${addressOf({ name: 'guides', path: [] })}>${words.texts.all}</a>
          <button id="repeat" type="button" @click=${this.onRepeat}>${words.texts.again}</button>
        </div>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-guide-over': GuideOver;
  }
}
