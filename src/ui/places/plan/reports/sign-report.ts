/** The buttons that report a warning sign, and the form for the girths of the calves. */

import { html, nothing } from 'lit';
import { ranges } from '../../../../plan/document/format.ts';
import { bareReports, type Report } from '../../../../plan/plan-request.ts';
import { planWords } from '../../../../words/plan/plan-in-use.ts';
import { intend, intends } from '../../../events.ts';
import { originalUnder } from '../../../page/original-under.ts';

/** Leaves out `tingling-gone`, which the user reports on the lock's card. */
const signs = bareReports.filter((kind) => kind !== 'tingling-gone').toReversed();

export function signReport(reports: readonly Report[]) {
  const { page } = planWords();
  const english = planWords.englishOriginal()?.page;
  return html`<details class="wrong">
    <summary>${page.wrong}</summary>
    <p class="soft">${page.wrongWhat}</p>
    <div class="signs">
      ${signs.map(
        (kind) =>
          html`<button class="press" type="button" @click=${intends('reportToPlan', { kind })}>${page.signs[kind]}${originalUnder(english?.signs[kind])}</button>`,
      )}
    </div>
    ${girths(reports.findLast((report) => report.kind === 'girth') ?? null)}
  </details>`;
}

function girths(last: Extract<Report, { readonly kind: 'girth' }> | null) {
  const { page } = planWords();
  const field = (side: 'leftCm' | 'rightCm', label: string) => html`<label>${label}
    <input type="number" name=${side} min=${ranges.girth.least} max=${ranges.girth.most} step="0.1" inputmode="decimal" required />
  </label>`;
  return html`<form class="girth" @submit=${onGirth}>
    <p class="line">${page.girth.what}</p>
    ${field('leftCm', page.girth.left)} ${field('rightCm', page.girth.right)}
    <button class="press" type="submit">${page.girth.tell}</button>
    <p class="line soft" role="status">${last === null ? nothing : page.girth.last(last.leftCm, last.rightCm)}</p>
  </form>`;
}

function onGirth(event: SubmitEvent): void {
  event.preventDefault();
  const form = event.currentTarget;
  if (!(form instanceof HTMLFormElement)) return;
  const answers = new FormData(form);
  const [leftCm, rightCm] = [answers.get('leftCm'), answers.get('rightCm')].map(Number);
  if (leftCm === undefined || rightCm === undefined) return;
  intend(form, 'reportToPlan', { kind: 'girth', leftCm, rightCm });
  form.reset();
}
