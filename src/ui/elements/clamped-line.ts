/** A wish that was brought inside what is possible, and why: one quiet line, with a button to be rid of it. */

import { html, nothing } from 'lit';
import type { SessionView } from '../../session/view.ts';
import type { PageIntents } from '../page-intents.ts';
import { page as words } from '../words/screens.ts';

/** Styled in shared.css. */
export function clampedLine({ notice }: SessionView, intents: PageIntents | null) {
  if (notice?.kind !== 'clamped') return nothing;
  const { reason, suggestion } = notice.problem;
  return html`<p class="calm" role="status">
    <wa-icon name="news"></wa-icon>
    <span><b>${reason}</b> ${suggestion}</span>
    <wa-button class="dismiss" pill appearance="plain" @click=${() => intents?.dismissNotice()}>${words.dismiss}</wa-button>
  </p>`;
}
