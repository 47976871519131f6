/** The buttons that report a sign. The lock that follows appears at the top of the plan, and the focus moves there. */

import { html } from 'lit';
import { bareReports } from '../../../../plan/plan-request.ts';
import { planWords } from '../../../../words/plan/plan-in-use.ts';
import { intends } from '../../../events.ts';

/** Gravest first. Leaves out `tingling-gone`, which the user reports at the lock. */
const signs = bareReports.filter((kind) => kind !== 'tingling-gone').toReversed();

export function signReport() {
  const { page } = planWords();
  return html`<details class="wrong">
    <summary>${page.wrong}</summary>
    <p class="soft">${page.wrongWhat}</p>
    <div class="signs">
      ${signs.map(
        (kind) =>
          html`<button class="press" type="button" @click=${intends('tellPlan', { kind })}>${page.signs[kind]}</button>`,
      )}
    </div>
  </details>`;
}
