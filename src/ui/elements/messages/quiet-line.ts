/** A quiet message with a Close button. */

import { html } from 'lit';
import { words } from '../../../words/in-use.ts';
import { intends } from '../../events.ts';

export type Dismissal = 'dismissNotice' | 'dismissLibraryOutcome' | 'dismissLeftSession' | 'dismissFit';

export const quietLine = (title: string, advice: readonly string[], dismissal: Dismissal) =>
  html`<p class="calm" role="status">
    <wa-icon name="news"></wa-icon>
    <span><b>${title}</b> ${advice.join(' ')}</span>
    <wa-button class="dismiss" pill appearance="plain" @click=${intends(dismissal)}>${words.page.dismiss}</wa-button>
  </p>`;
