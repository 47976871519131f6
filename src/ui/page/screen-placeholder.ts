/** Stands in for a screen whose elements are still loading or failed to load. */

import { html } from 'lit';
import { page as words } from '../../words/en/screens.ts';

export function screenPlaceholder(screens: 'loading' | 'missing') {
  if (screens === 'loading') return html`<p class="wait soft" role="status">${words.loading}</p>`;
  return html`<p class="wait" role="alert">${words.incomplete}
    <wa-button pill @click=${() => location.reload()}>${words.reload}</wa-button></p>`;
}
