/** Where somebody says that something feels wrong. What follows is at the top of the plan, where the focus goes. */

import { html } from 'lit';
import { bareReports } from '../../../../plan/plan-request.ts';
import { planWords } from '../../../../words/plan/plan-in-use.ts';
import { intends } from '../../../events.ts';

/** Gravest first; that tingling is gone is said where it is locked. */
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
