/** What a reported sign closes, what to do, and what opens it again. */

import { html, nothing } from 'lit';
import type { Lock } from '../../../../plan/change/locks.ts';
import type { Plan } from '../../../../plan/plan.ts';
import { clearable, type Report } from '../../../../plan/plan-request.ts';
import { planWords } from '../../../../words/plan/plan-in-use.ts';
import { intends } from '../../../events.ts';

/** The reports that such a lock may come from: the last of them can be taken back. */
const saidBy: Readonly<Record<Lock['sign'], readonly Report['kind'][]>> = {
  emergency: ['emergency'],
  urgent: ['dark-urine', 'severe-pain'],
  clot: ['one-calf', 'girth'],
  nerve: ['weakness', 'tingling'],
  tingling: ['tingling'],
};

/** The buttons that open it again. */
export function waysOut({ sign, opens }: Lock, { request: { reports } }: Plan) {
  const { page } = planWords();
  const report = reports.findLast(({ kind }) => saidBy[sign].includes(kind));
  const cleared = clearable.find((one) => one === sign);
  return html`<div class="buttons">
    ${
      opens === 'clinician' && cleared
        ? html`<button class="press" type="button" @click=${intends('tellPlan', { kind: 'cleared', sign: cleared })}>
            ${sign === 'clot' ? page.clearedClot : page.cleared}
          </button>`
        : nothing
    }
    ${
      opens === null
        ? html`<button class="press" type="button" @click=${intends('tellPlan', { kind: 'tingling-gone' })}>${page.signs['tingling-gone']}</button>`
        : nothing
    }
    ${
      report === undefined
        ? nothing
        : html`<button class="press quiet" type="button" @click=${intends('takeBackReport', report)}>${page.mistake}</button>`
    }
  </div>`;
}

export function lockCard(lock: Lock, plan: Plan) {
  const { title, advice } = planWords().lock(lock);
  return html`<section class="card lock ${lock.sign}">
    <h2><wa-icon name="care"></wa-icon>${title}</h2>
    ${advice.map((line) => html`<p>${line}</p>`)} ${waysOut(lock, plan)}
  </section>`;
}

/** Large, and nothing else on the screen. */
export function alonePage(lock: Lock, plan: Plan) {
  const { page, lock: lockWords } = planWords();
  const { title, advice } = lockWords(lock);
  return html`<section class="alone" role="alert">
    <h1>${title}</h1>
    ${lock.sign === 'emergency' ? html`<a class="call" href="tel:112">${page.call}</a><p>${page.callWhere}</p>` : nothing}
    ${advice.map((line) => html`<p>${line}</p>`)} ${waysOut(lock, plan)}
  </section>`;
}
