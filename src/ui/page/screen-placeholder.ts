/** What stands in for a screen whose elements are loading or failed to load. */

import { html } from 'lit';
import { firstWords } from '../../words/first/first-in-use.ts';
import type { LoadFailure } from './load-failure.ts';

export function screenPlaceholder(screens: 'loading' | LoadFailure) {
  if (screens === 'loading') return html`<p class="wait soft" role="status">${firstWords.page.loading}</p>`;
  const { incomplete, broken } = firstWords.page;
  return html`<p class="wait" role="alert">${screens === 'notArrived' ? incomplete : broken}
    <button class="press" type="button" @click=${() => location.reload()}>${firstWords.page.reload}</button></p>`;
}
