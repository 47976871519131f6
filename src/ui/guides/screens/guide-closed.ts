/** The screen of a guide that a warning sign closes: says what to do instead, and offers no Begin. */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import type { Lock } from '../../../plan/change/locks.ts';
import { guideWords } from '../../../words/guides/guides-in-use.ts';
import { planWords } from '../../../words/plan/plan-in-use.ts';
import { intends } from '../../events.ts';
import { originalUnder } from '../../page/original-under.ts';
import { addressOf } from '../../places/place.ts';
import { emergency } from '../../styles/emergency.ts';
import { shared } from '../../styles/shared.ts';
import text from './guide-closed.css?inline';

export class GuideClosed extends LitElement {
  static override styles = [shared, emergency, unsafeCSS(text)];

  @property({ attribute: false }) lock: Lock | null = null;
  /** Whether the plan is locked by the sign too. The user then lifts the lock in the plan. */
  @property({ type: Boolean }) planned = false;

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('h1')?.focus();
  }

  private waysOut(lock: Lock) {
    const { page } = planWords();
    if (this.planned)
      return html`<a class="way" href=${addressOf({ name: 'plan', path: [] })}>${guideWords().texts.plan}</a>`;
    return html`<button class="way" type="button" data-way="cleared" @click=${intends('clearLock', lock.sign)}>
        ${lock.sign === 'clot' ? page.clearedClot : page.cleared}
      </button>
      <button class="way" type="button" data-way="mistake" @click=${intends('withdrawSign', lock.sign)}>${page.mistake}</button>`;
  }

  override render() {
    const { lock } = this;
    if (lock === null) return nothing;
    const { page, lock: lockWords } = planWords();
    const { title, advice } = lockWords(lock);
    const english = planWords.englishOriginal()?.lock(lock);
    const isEmergency = lock.sign === 'emergency';
    return html`
      <div class="page" role="alert">
        <wa-icon name="danger"></wa-icon>
        <h1 tabindex="-1">${title}${originalUnder(english?.title)}</h1>
        ${isEmergency ? html`<a class="call" href="tel:112">${page.call}</a><p>${page.callWhere}</p>` : null}
        ${advice.map((line, n) => html`<p>${line}${originalUnder(english?.advice[n])}</p>`)}
        <div class="ways">${this.waysOut(lock)}</div>
      </div>
      ${isEmergency ? null : html`<a class="all" href=${addressOf({ name: 'guides', path: [] })}>‹ ${guideWords().texts.all}</a>`}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-guide-closed': GuideClosed;
  }
}
