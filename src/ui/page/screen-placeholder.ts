/** Stands in for a screen whose elements are still loading or failed to load. */

import { html } from 'lit';
import { words } from '../../words/in-use.ts';

export function screenPlaceholder(screens: 'loading' | 'missing') {
  if (screens === 'loading') return html`<p class="wait soft" role="status">${words.page.loading}</p>`;
  return html`<p class="wait" role="alert">${words.page.incomplete}
    <wa-button pill @click=${() => location.reload()}>${words.page.reload}</wa-button></p>`;
}
