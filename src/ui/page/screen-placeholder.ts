/** The placeholder for a screen whose elements are still loading or failed to load. */

import { html } from 'lit';
import { firstWords } from '../../words/first/first-in-use.ts';

export function screenPlaceholder(screens: 'loading' | 'missing') {
  if (screens === 'loading') return html`<p class="wait soft" role="status">${firstWords.page.loading}</p>`;
  return html`<p class="wait" role="alert">${firstWords.page.incomplete}
    <button class="press" type="button" @click=${() => location.reload()}>${firstWords.page.reload}</button></p>`;
}
