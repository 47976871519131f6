/** Start, under the thumb, with what hinders it beside it. */

import { html, nothing } from 'lit';
import type { SessionView } from '../../session/view.ts';
import { words } from '../../words/in-use.ts';
import { beginButton } from '../elements/controls/begin-button.ts';
import { clampedLine } from '../elements/messages/clamped-line.ts';
import { calmLine } from '../elements/messages/quiet-line.ts';
import type { BeginningPress } from '../input/begin-press.ts';
import type { PageIntents } from '../page-intents.ts';
import type { Said } from '../settings/library.ts';

/** What became of a program that was brought in or given away, where that is no more than news. */
function broughtLine(said: Said | null, view: SessionView, intents: PageIntents | null) {
  const told = said && words.said(said, view.boots !== null);
  return told?.urgency === 'news' ? calmLine(told.title, told.advice, () => intents?.dismissSaid()) : nothing;
}

export function startDock(
  view: SessionView,
  said: Said | null,
  intents: PageIntents | null,
  press: BeginningPress,
) {
  const against = words.againstStart(view);
  return html`<div class="dock">
    ${clampedLine(view, intents)} ${broughtLine(said, view, intents)}
    <div class="deck">
      <p id="against" class="against stop" role="status">${against}</p>
      <p class="soft beside">${words.choose.seated}</p>
      ${beginButton({
        id: 'start',
        label: html`<wa-icon name="play"></wa-icon>${words.choose.start}`,
        may: against === '',
        why: 'against',
        press,
      })}
    </div>
  </div>`;
}
