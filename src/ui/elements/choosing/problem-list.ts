/** Every reason why the program cannot start: where the problem is, why, and what to do instead. */

import { html, LitElement, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import type { Problem } from '../../../program/problem.ts';
import { choose as words } from '../../../words/en/screens.ts';
import { shared } from '../../styles/shared.ts';
import text from './problem-list.css?inline';

/** Each problem with its place, named as in a program file. Styled in shared.css. */
export const problemItems = (problems: readonly Problem[]) =>
  html`<ul class="problems">
    ${problems.map(
      ({ place, reason, suggestion }) =>
        html`<li><b>${place}</b> ${reason} <span class="instead">${suggestion}</span></li>`,
    )}
  </ul>`;

/** @tag heartward-problems */
export class ProblemList extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) problems: readonly Problem[] = [];

  override render() {
    if (this.problems.length === 0) return null;
    return html`<section class="card" aria-labelledby="title">
      <h3 id="title">${words.against}</h3>
      ${problemItems(this.problems)}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-problems': ProblemList;
  }
}
