/** A lock: what to do about the reported warning sign, and the buttons that lift the lock; as a card, or alone on the screen. */

import { html, nothing } from 'lit';
import { causeOf, type Lock } from '../../../../plan/change/locks.ts';
import type { Plan } from '../../../../plan/plan.ts';
import { clearable } from '../../../../plan/plan-request.ts';
import { planWords } from '../../../../words/plan/plan-in-use.ts';
import { intends } from '../../../events.ts';
import { originalUnder } from '../../../page/original-under.ts';

/** The buttons that lift a lock: a clinician has ruled the sign out, the tingling has gone, or the report was a mistake. */
export function waysOut({ sign, opens }: Lock, { request: { reports } }: Plan) {
  const { page } = planWords();
  const mistake = causeOf(reports, sign);
  const cleared = clearable.find((one) => one === sign);
  return html`<div class="buttons">
    ${
      opens === 'clinician' && cleared
        ? html`<button class="press" type="button" @click=${intends('reportToPlan', { kind: 'cleared', sign: cleared })}>
            ${sign === 'clot' ? page.clearedClot : page.cleared}
          </button>`
        : nothing
    }
    ${
      opens === null
        ? html`<button class="press" type="button" @click=${intends('reportToPlan', { kind: 'tingling-gone' })}>${page.signs['tingling-gone']}</button>`
        : nothing
    }
    ${
      mistake === null
        ? nothing
        : html`<button class="press quiet" type="button" @click=${intends('withdrawReport', mistake)}>${page.mistake}</button>`
    }
  </div>`;
}

export function lockCard(lock: Lock, plan: Plan) {
  const { title, advice } = planWords().lock(lock);
  const english = planWords.englishOriginal()?.lock(lock);
  return html`<section class="card lock ${lock.sign}">
    <h2><wa-icon name="care"></wa-icon><span>${title}${originalUnder(english?.title)}</span></h2>
    ${advice.map((line, n) => html`<p>${line}${originalUnder(english?.advice[n])}</p>`)} ${waysOut(lock, plan)}
  </section>`;
}

export function alonePage(lock: Lock, plan: Plan) {
  const { page, lock: lockWords } = planWords();
  const { title, advice } = lockWords(lock);
  const english = planWords.englishOriginal()?.lock(lock);
  return html`<section class="alone" role="alert">
    <h1>${title}${originalUnder(english?.title)}</h1>
    ${lock.sign === 'emergency' ? html`<a class="call" href="tel:112">${page.call}</a><p>${page.callWhere}</p>` : nothing}
    ${advice.map((line, n) => html`<p>${line}${originalUnder(english?.advice[n])}</p>`)} ${waysOut(lock, plan)}
  </section>`;
}
