/** Something that is said quietly beside Start or Stop: one line, with a button to be rid of it. Styled in shared.css. */

import { html } from 'lit';
import { words } from '../../../words/in-use.ts';

export const calmLine = (what: string, more: readonly string[], dismiss: () => void) =>
  html`<p class="calm" role="status">
    <wa-icon name="news"></wa-icon>
    <span><b>${what}</b> ${more.join(' ')}</span>
    <wa-button class="dismiss" pill appearance="plain" @click=${dismiss}>${words.page.dismiss}</wa-button>
  </p>`;
