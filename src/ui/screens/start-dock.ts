/** Start, under the thumb, with what hinders it beside it. */

import { html, nothing } from 'lit';
import type { SessionView } from '../../session/view.ts';
import { calmLine } from '../elements/calm-line.ts';
import { clampedLine } from '../elements/clamped-line.ts';
import type { Said } from '../library.ts';
import type { PageIntents } from '../page-intents.ts';
import { saidWords } from '../words/library.ts';
import { capital } from '../words/numbers.ts';
import { choose as words } from '../words/screens.ts';

/** Why Start cannot be pressed; empty when it can. */
function hindrance({ latched, link, problems }: SessionView): string {
  if (latched) return words.latched;
  if (link !== 'connected') return words.reconnecting;
  const [first] = problems;
  if (!first) return '';
  const why = `${capital(first.place)}: ${first.reason}`;
  return problems.length > 1 ? `${why} ${words.andMore(problems.length - 1)}` : why;
}

/** What became of a program that was brought in or given away, where that is no more than news. */
function broughtLine(said: Said | null, view: SessionView, intents: PageIntents | null) {
  const told = said && saidWords(said, view.boots !== null);
  return told?.urgency === 'news' ? calmLine(told.title, told.advice, () => intents?.dismissSaid()) : nothing;
}

export function startDock(view: SessionView, said: Said | null, intents: PageIntents | null) {
  const why = hindrance(view);
  return html`<div class="dock">
    ${clampedLine(view, intents)} ${broughtLine(said, view, intents)}
    <p class="soft" role="status">${why || words.seated}</p>
    <wa-button
      id="start"
      class="largest"
      pill
      variant="brand"
      ?disabled=${why !== ''}
      @click=${() => intents?.start()}
    >
      <wa-icon slot="start" name="play"></wa-icon>${words.start}
    </wa-button>
  </div>`;
}
