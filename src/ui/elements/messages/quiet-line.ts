/** A quiet message with a Close button, and with another button if there is something to do about what it says. */

import { html, nothing } from 'lit';
import { words } from '../../../words/in-use.ts';
import { intends } from '../../events.ts';

export type Dismissal = 'dismissNotice' | 'dismissLibraryOutcome' | 'dismissLeftSession';

interface Answer {
  readonly label: string;
  readonly intent: 'undoRemoveOwnProgram' | 'useNewVersion';
}

export const quietLine = (
  title: string,
  advice: readonly string[],
  dismissal: Dismissal,
  answer: Answer | null = null,
) =>
  html`<p class="calm" role="status">
    <wa-icon name="news"></wa-icon>
    <span><b>${title}</b> ${advice.join(' ')}</span>
    ${answer === null ? nothing : html`<wa-button class="answer" pill appearance="outlined" @click=${intends(answer.intent)}>${answer.label}</wa-button>`}
    <wa-button class="dismiss" pill appearance="plain" @click=${intends(dismissal)}>${words.page.dismiss}</wa-button>
  </p>`;
