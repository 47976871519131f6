/**
 * Says why no session may start: because of the session's state or, on real boots, also because of the health questions (the safety gate)
 * or the dose of pressure. Empty if a session may start.
 */

import { isRefused } from '../../journal/dose/before-start.ts';
import type { Gate } from '../../journal/gate.ts';
import type { Objection } from '../../plan/dose/allowance.ts';
import type { SessionView } from '../../session/view.ts';
import { words } from '../../words/in-use.ts';
import { journalWords } from '../../words/journal/journal-in-use.ts';

/** @param gate null if the user has passed it already */
export function whyNoStart(view: SessionView, gate: Gate | null, objections: readonly Objection[]): string {
  const against = words.againstStart(view);
  if (against !== '' || view.boots === null || view.boots.simulated) return against;
  if (gate?.kind === 'locked') return journalWords().gate.lock(gate.lock).title;
  if (gate !== null && gate.kind !== 'open') return journalWords().gate.screening.title;
  const refused = objections.filter((objection) => objection.kind === 'dose' && objection.refused);
  return isRefused(objections) ? refused.map(journalWords().against).join(' ') : '';
}
