/** A lock: what to do about the reported warning sign, and the buttons that lift the lock; as a card, or alone on the screen. */

import { html, nothing } from 'lit';
import { causeOf, type Lock } from '../../../../plan/change/locks.ts';
import type { Plan } from '../../../../plan/plan.ts';
import { clearable } from '../../../../plan/plan-request.ts';
import { planWords } from '../../../../words/plan/plan-in-use.ts';
import { intends } from '../../../events.ts';
import { originalUnder } from '../../../page/original-under.ts';
import type { PlanView } from '../plan-view.ts';

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

function lockCard(lock: Lock, plan: Plan) {
  const { title, advice } = planWords().lock(lock);
  const english = planWords.englishOriginal()?.lock(lock);
  return html`<section class="card lock ${lock.sign}">
    <h2><wa-icon name="care"></wa-icon><span>${title}${originalUnder(english?.title)}</span></h2>
    ${advice.map((line, n) => html`<p>${line}${originalUnder(english?.advice[n])}</p>`)} ${waysOut(lock, plan)}
  </section>`;
}

/** The cards of all locks, gravest first. */
export const lockCards = (plan: Plan) =>
  html`<div class="locks" tabindex="-1" role="alert">${plan.locks.map((lock) => lockCard(lock, plan))}</div>`;

/** Moves the focus to the locks if there are more of them than before: the button that reported the sign has gone. */
export function focusNewLock(root: ParentNode, before: PlanView | null | undefined, view: PlanView | null) {
  const locks = view?.current?.plan.locks.length ?? 0;
  if (!before?.current || locks <= before.current.plan.locks.length) return;
  const lock = root.querySelector<HTMLElement>('.alone, .locks');
  lock?.focus();
  lock?.scrollIntoView({ block: 'nearest' });
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
