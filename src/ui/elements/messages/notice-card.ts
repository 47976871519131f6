/** A notice: what happened, what to do, and a button if the user can answer or close the notice. */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import type { Seconds } from '../../../../firmware-protocol/quantities.ts';
import { words } from '../../../words/in-use.ts';
import type { NoticeWords, Urgency } from '../../../words/notices/notice-words.ts';
import { intends } from '../../events.ts';
import { originalUnder } from '../../page/original-under.ts';
import { shared } from '../../styles/shared.ts';
import { problemItems } from '../choosing/problem-list.ts';
import text from './notice-card.css?inline';
import type { Dismissal } from './quiet-line.ts';

const variants: Readonly<Record<Urgency, string>> = { news: 'brand', care: 'warning', danger: 'danger' };

/**
 * @tag heartward-notice
 * @fires heartward-intent - `dismissal` when the user closes the notice; from other buttons `acknowledgeFault`, `useNewVersion`,
 *   `pressEveryButton`, `reload`, `undoRemoveOwnProgram`
 */
export class NoticeCard extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) words: NoticeWords | null = null;
  /** The notice in English, shown under the translation; null = not shown. */
  @property({ attribute: false }) original: NoticeWords | null = null;
  /** Time that the user has left to act; null = no limit. Screen readers do not get it, because announcing each second would disturb. */
  @property({ type: Number }) left: Seconds | null = null;
  @property({ attribute: false }) dismissal: Dismissal = 'dismissNotice';

  private button(answer: NoticeWords['answer']) {
    switch (answer) {
      case 'none':
        return nothing;
      case 'acknowledge':
        return html`<wa-button id="acknowledge" pill variant="danger" @click=${intends('acknowledgeFault')}>${words.page.acknowledge}</wa-button>`;
      case 'useNewVersion':
        return html`<wa-button id="use-new-version" pill variant="brand" @click=${intends('useNewVersion')}>${words.page.useNewVersion}</wa-button>`;
      case 'pressSimulated':
        return html`<wa-button id="press-simulated" pill variant="brand" @click=${intends('pressEveryButton')}>${words.button.press}</wa-button>${this.close()}`;
      case 'reload':
        return html`<wa-button id="reload" pill variant="brand" @click=${intends('reload')}>${words.page.reload}</wa-button>`;
      case 'undo':
        return html`<wa-button id="undo" pill variant="brand" @click=${intends('undoRemoveOwnProgram')}>${words.library.undo}</wa-button>${this.close()}`;
      case 'dismiss':
        return this.close();
    }
  }

  private close() {
    return html`<wa-button id="dismiss" pill appearance="outlined" @click=${intends(this.dismissal)}>${words.page.dismiss}</wa-button>`;
  }

  override render() {
    const { words: notice, original: english } = this;
    if (!notice) return nothing;
    return html`
      <wa-callout variant=${variants[notice.urgency]} class=${notice.urgency}>
        <wa-icon slot="icon" name=${notice.urgency}></wa-icon>
        <div class="row">
          <div class="said">
            <h2>${notice.title}</h2>
            ${notice.problems ? problemItems(notice.problems) : nothing}
            ${notice.advice.map((sentence) => html`<p>${sentence}</p>`)}
            ${english === null ? nothing : originalUnder(english.title, ...english.advice)}
          </div>
          ${this.left === null ? nothing : html`<p class="left" aria-hidden="true">${words.pressLeft(this.left)}</p>`}
          ${this.button(notice.answer)}
        </div>
      </wa-callout>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-notice': NoticeCard;
  }
}
