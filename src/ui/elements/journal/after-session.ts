/**
 * The questions after a session: how the legs feel, and which warning signs there are. Below stand the locks: each forbids boots because of
 * a sign.
 */

import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { signsAfter } from '../../../journal/after-session.ts';
import { LIGHTER_BY } from '../../../plan/change/reported.ts';
import { journalWords } from '../../../words/journal/journal-in-use.ts';
import { intend } from '../../events.ts';
import type { AfterView } from '../../journal/after-view.ts';
import { originalUnder } from '../../page/original-under.ts';
import { addressOf } from '../../places/place.ts';
import { choices } from '../../styles/choices.ts';
import { questions } from '../../styles/questions.ts';
import { shared } from '../../styles/shared.ts';
import text from './after-session.css?inline';
import { lockShown } from './gate-stop.ts';
import { signs } from './signs.ts';

const less = mmhg(LIGHTER_BY);
const SCORES = Array.from({ length: 11 }, (_, score) => score);

export class AfterSession extends LitElement {
  static override styles = [shared, choices, questions, signs, unsafeCSS(text)];

  @property({ attribute: false }) view: AfterView | null = null;

  private radio(name: string, label: string, checked: boolean, choose: () => void) {
    return html`<label class="choice">
      <input type="radio" name=${name} .checked=${checked} @change=${choose} />${label}
    </label>`;
  }

  override render() {
    const { view } = this;
    if (view === null) return nothing;
    const { after: words, page } = journalWords();
    const english = journalWords.englishOriginal()?.after;
    const { feel, numb, marks, asksMarks, locks, session, isMemoryOnly, lastTime } = view;
    return html`<section class="card">
      <fieldset>
        <legend>${words.feel}</legend>
        <div class="choices scale">
          ${SCORES.map((score) =>
            this.radio('feel', String(score), feel === score, () =>
              intend(this, 'answerAfter', { feel: score }),
            ),
          )}
        </div>
        <p class="soft ends"><span>${words.least}</span><span>${words.most}</span></p>
      </fieldset>
      <fieldset>
        <legend>${words.numb}${originalUnder(english?.numb)}</legend>
        <div class="choices two">
          ${this.radio('numb', words.no, numb === false, () => intend(this, 'answerAfter', { numb: false }))}
          ${this.radio('numb', words.yes, numb === true, () => intend(this, 'answerAfter', { numb: true }))}
        </div>
      </fieldset>
      ${
        asksMarks
          ? html`<fieldset>
              <legend>${words.marks}${originalUnder(english?.marks)}</legend>
              <div class="choices two">
                ${this.radio('marks', words.no, marks === false, () => intend(this, 'answerAfter', { marks: false }))}
                ${this.radio('marks', words.yes, marks === true, () => intend(this, 'answerAfter', { marks: true }))}
              </div>
            </fieldset>`
          : nothing
      }
      ${marks === true ? html`<p role="status">${words.marksNext(less)}${originalUnder(english?.marksNext(less))}</p>` : nothing}
      <details>
        <summary>${words.else}</summary>
        <p class="soft">${words.elseWhat}</p>
        <div class="signs">
          ${signsAfter
            .filter((sign) => sign !== 'tingling' && !(asksMarks && sign === 'marks'))
            .map(
              (sign) =>
                html`<button class="press" type="button" @click=${() => intend(this, 'answerAfter', { sign })}>
                  ${words.signs[sign]}${originalUnder(english?.signs[sign])}
                </button>`,
            )}
        </div>
      </details>
      <p role="status" class="soft">
        ${feel === null && numb === null && marks === null ? nothing : words.noted}
        ${isMemoryOnly ? words.memoryOnly : nothing}
        ${session === null ? nothing : html`<a href=${addressOf({ name: 'journal', path: ['session', session] })}>${words.open}</a>`}
      </p>
      ${lastTime === null ? nothing : words.lastTime(lastTime, page.shortDay(lastTime.day)).map((line) => html`<p class="soft">${line}</p>`)}
      ${locks.map((lock) => html`<div class="lock">${lockShown(lock)}</div>`)}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-after': AfterSession;
  }
}
