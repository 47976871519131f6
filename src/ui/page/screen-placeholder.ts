/** In the place of a screen whose elements are not here yet, or did not arrive. */

import { html } from 'lit';
import { words } from '../../words/in-use.ts';

export function onItsWay(screens: 'loading' | 'missing') {
  if (screens === 'loading') return html`<p class="wait soft" role="status">${words.page.loading}</p>`;
  return html`<p class="wait" role="alert">${words.page.incomplete}
    <wa-button pill @click=${() => location.reload()}>${words.page.reload}</wa-button></p>`;
}
