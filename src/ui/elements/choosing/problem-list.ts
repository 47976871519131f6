/** Every reason why the program cannot start: where the problem is, why it is one, and what to do instead. */

import { html, LitElement, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import type { Problem } from '../../../session/view.ts';
import { words } from '../../../words/in-use.ts';
import { shared } from '../../styles/shared.ts';
import text from './problem-list.css?inline';

export const problemItems = (problems: readonly Problem[]) =>
  html`<ul class="problems">
    ${problems.map((problem) => {
      const { place, reason, suggestion } = words.problem(problem);
      return html`<li><b>${place}</b> ${reason} <span class="instead">${suggestion}</span></li>`;
    })}
  </ul>`;

export class ProblemList extends LitElement {
  static override styles = [shared, unsafeCSS(text)];

  @property({ attribute: false }) problems: readonly Problem[] = [];

  override render() {
    if (this.problems.length === 0) return null;
    return html`<section class="card" aria-labelledby="title">
      <h3 id="title">${words.choose.against}</h3>
      ${problemItems(this.problems)}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heartward-problems': ProblemList;
  }
}
