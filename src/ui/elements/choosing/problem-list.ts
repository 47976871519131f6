/** All that stands against starting: where, why, and what would do instead. */

import { html, LitElement, unsafeCSS } from 'lit';
import { property } from 'lit/decorators.js';
import type { Problem } from '../../../session/view.ts';
import { words } from '../../../words/in-use.ts';
import { shared } from '../../styles/shared.ts';
import text from './problem-list.css?inline';

/** Each with its place, as it is written in a file; styled in shared.css. */
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
