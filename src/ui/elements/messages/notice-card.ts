/** One thing the person must know: what happened, what it means, what to do, and a button where one is due. */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import { words } from '../../../words/in-use.ts';
import type { NoticeWords, Urgency } from '../../../words/notice-words.ts';
import { shared } from '../../styles/shared.ts';
import { problemItems } from '../choosing/problem-list.ts';
import text from './notice-card.css?inline';

const variants: Readonly<Record<Urgency, string>> = { news: 'brand', care: 'warning', danger: 'danger' };

/**
 * @fires heartward-dismiss - The message was closed.
 * @fires heartward-acknowledge - The fault was read.
 */
export class NoticeCard extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) words: NoticeWords | null = null;

  private readonly dismiss = (): boolean => this.dispatchEvent(new CustomEvent('heartward-dismiss'));
  private readonly acknowledge = (): boolean => this.dispatchEvent(new CustomEvent('heartward-acknowledge'));

  private button(answer: NoticeWords['answer']) {
    if (answer === 'none') return nothing;
    return answer === 'acknowledge'
      ? html`<wa-button id="acknowledge" pill variant="danger" @click=${this.acknowledge}>${words.page.acknowledge}</wa-button>`
      : html`<wa-button id="dismiss" pill appearance="outlined" @click=${this.dismiss}>${words.page.dismiss}</wa-button>`;
  }

  override render() {
    const said = this.words;
    if (!said) return nothing;
    return html`
      <wa-callout variant=${variants[said.urgency]} class=${said.urgency}>
        <wa-icon slot="icon" name=${said.urgency}></wa-icon>
        <div class="row">
          <div class="said">
            <h2>${said.title}</h2>
            ${said.problems ? problemItems(said.problems) : nothing}
            ${said.advice.map((sentence) => html`<p>${sentence}</p>`)}
          </div>
          ${this.button(said.answer)}
        </div>
      </wa-callout>
    `;
  }
}
