/** The dock at the bottom of the page, with Start, messages, and the reason why no session can start. */

import { html, nothing } from 'lit';
import type { Objection } from '../../plan/dose/allowance.ts';
import type { SessionView } from '../../session/view.ts';
import { words } from '../../words/in-use.ts';
import type { LibraryOutcome } from '../../words/notices/library-outcome.ts';
import type { NoticeWords } from '../../words/notices/notice-words.ts';
import { beginButton } from '../elements/controls/begin-button.ts';
import { objectionLines } from '../elements/journal/objection-lines.ts';
import { clampedLine } from '../elements/messages/clamped-line.ts';
import { quietLine } from '../elements/messages/quiet-line.ts';
import type { BeginPress } from '../input/begin-press.ts';
import { whyNoStart } from '../journal/why-no-start.ts';

function answerTo(answer: NoticeWords['answer']) {
  switch (answer) {
    case 'undo':
      return { label: words.library.undo, intent: 'undoRemoveOwnProgram' } as const;
    case 'useNewVersion':
      return { label: words.page.useNewVersion, intent: 'useNewVersion' } as const;
    default:
      return null;
  }
}

/** What `LibraryOutcome` says, if it is good news. page-notices.ts shows bad news above the screen. */
function libraryLine(said: LibraryOutcome | null, view: SessionView) {
  const notice = said && words.libraryOutcome(said, view.boots !== null);
  return notice?.urgency === 'news'
    ? quietLine(notice.title, notice.advice, 'dismissLibraryOutcome', answerTo(notice.answer))
    : nothing;
}

export function startDock(
  view: SessionView,
  said: LibraryOutcome | null,
  objections: readonly Objection[],
  press: BeginPress,
) {
  const against = whyNoStart(view, null, objections);
  return html`<div class="dock">
    ${clampedLine(view)} ${libraryLine(said, view)} ${objectionLines(objections)}
    <div class="deck">
      <p id="against" class="against stop" role="status">${against}</p>
      <p class="soft beside">${words.choose.seated}</p>
      ${beginButton({
        id: 'start',
        label: html`<wa-icon name="play"></wa-icon>${words.choose.start}`,
        enabled: against === '',
        reason: 'against',
        press,
      })}
    </div>
  </div>`;
}
