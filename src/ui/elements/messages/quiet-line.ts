/** A quiet message with a Close button, and with Undo if what it says can be undone. */

import { html, nothing } from 'lit';
import { words } from '../../../words/in-use.ts';
import { intends } from '../../events.ts';

export type Dismissal = 'dismissNotice' | 'dismissLibraryOutcome' | 'dismissLeftSession' | 'dismissFit';

export const quietLine = (
  title: string,
  advice: readonly string[],
  dismissal: Dismissal,
  undo: 'undoRemoveOwnProgram' | null = null,
) =>
  html`<p class="calm" role="status">
    <wa-icon name="news"></wa-icon>
    <span><b>${title}</b> ${advice.join(' ')}</span>
    ${undo === null ? nothing : html`<wa-button class="undo" pill appearance="outlined" @click=${intends(undo)}>${words.library.undo}</wa-button>`}
    <wa-button class="dismiss" pill appearance="plain" @click=${intends(dismissal)}>${words.page.dismiss}</wa-button>
  </p>`;
