/** Start at the bottom of the page, with the reason beside it while nothing can start. */

import { html, nothing } from 'lit';
import type { SessionView } from '../../session/view.ts';
import { againstStart } from '../../words/en/hindrance.ts';
import { saidWords } from '../../words/en/library.ts';
import { choose as words } from '../../words/en/screens.ts';
import { beginButton } from '../elements/controls/begin-button.ts';
import { clampedLine } from '../elements/messages/clamped-line.ts';
import { quietLine } from '../elements/messages/quiet-line.ts';
import type { BeginPress } from '../input/begin-press.ts';
import type { Said } from '../settings/library.ts';

/** The outcome of an import, save or share, if it is good news. Bad news stands above the screen (heartward-app.ts). */
function libraryLine(said: Said | null, view: SessionView) {
  const words = said && saidWords(said, view.boots !== null);
  return words?.urgency === 'news' ? quietLine(words.title, words.advice, 'dismissSaid') : nothing;
}

export function startDock(view: SessionView, said: Said | null, press: BeginPress) {
  const against = againstStart(view);
  return html`<div class="dock">
    ${clampedLine(view)} ${libraryLine(said, view)}
    <div class="deck">
      <p id="against" class="against stop" role="status">${against}</p>
      <p class="soft beside">${words.seated}</p>
      ${beginButton({
        id: 'start',
        label: html`<wa-icon name="play"></wa-icon>${words.start}`,
        enabled: against === '',
        reason: 'against',
        press,
      })}
    </div>
  </div>`;
}
