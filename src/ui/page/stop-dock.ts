/** Stop at the bottom of the page, with the notices that belong right above it. */

import { html, nothing } from 'lit';
import { isStopTrouble, type SessionView } from '../../session/view.ts';
import { words } from '../../words/in-use.ts';
import { clampedLine } from '../elements/messages/clamped-line.ts';

export function stopDock(view: SessionView) {
  const { notice, boots } = view;
  const trouble = isStopTrouble(notice) ? words.notice(notice, boots) : null;
  return html`<heartward-stop-bar .view=${view}>
    <div role="alert">${trouble ? html`<heartward-notice .words=${trouble}></heartward-notice>` : nothing}</div>
    <div>${clampedLine(view)}</div>
  </heartward-stop-bar>`;
}
