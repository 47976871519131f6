/** The journal's objections to the session as set. The user may start anyway: an objection that forbids Start is left out here. */

import { html, nothing } from 'lit';
import type { Objection } from '../../../plan/dose/allowance.ts';
import { journalWords } from '../../../words/journal/journal-in-use.ts';
import { originalUnder } from '../../page/original-under.ts';

export function objectionLines(objections: readonly Objection[]) {
  const warned = objections.filter((objection) => !(objection.kind === 'dose' && objection.refused));
  if (warned.length === 0) return nothing;
  return html`<div class="objections" role="status"><ul>
    ${warned.map((objection) => html`<li><wa-icon name="care"></wa-icon><span>${journalWords().against(objection)}${originalUnder(journalWords.englishOriginal()?.against(objection))}</span></li>`)}
  </ul></div>`;
}
