/** Stop at the bottom of the page, and what must be read right above it. */

import { html, nothing } from 'lit';
import { isStopTrouble, type SessionView } from '../../session/view.ts';
import { words } from '../../words/in-use.ts';
import { clampedLine } from '../elements/messages/clamped-line.ts';
import type { PageIntents } from '../page-intents.ts';

export function stopLine(view: SessionView, intents: PageIntents | null) {
  const { notice, boots } = view;
  const unheard = isStopTrouble(notice) ? words.notice(notice, boots) : null;
  return html`<heartward-stop-bar
    .view=${view}
    @heartward-stop=${() => intents?.stop()}
    @heartward-pause=${() => intents?.pause()}
    @heartward-resume=${() => intents?.resume()}
  >
    <div role="alert">${unheard ? html`<heartward-notice .words=${unheard}></heartward-notice>` : nothing}</div>
    <div>${clampedLine(view, intents)}</div>
  </heartward-stop-bar>`;
}
