/**
 * Resumes a paused session with a new, gentle cycle at the playhead. Once the boots have accepted that cycle, the Resume command follows.
 */

import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import { cycleAt, spliced } from '../../timeline/script.ts';
import { type Scheduled, scheduled, withNotices } from '../event.ts';
import type { Plan } from '../plan.ts';
import { cutTo, tailFrom } from '../tail.ts';
import { budgetAt, playheadNow } from '../time.ts';

/** If nothing can be composed, the session stays paused, any change of settings is withdrawn, and a notice says why. */
export function resumeGently(plan: Plan): Scheduled {
  const at = playheadNow(plan);
  const index = (cycleAt(plan.script, at)?.index ?? 0) + 1;
  const composed = tailFrom(plan, { at, index, ...budgetAt(plan, at), afterPause: true });
  if (composed.kind === 'impossible') {
    const held: Plan = { ...plan, stage: 'held', wanted: plan.settings };
    return withNotices(scheduled(held), { kind: 'notChanged', why: composed.problem });
  }
  const { tail, plan: next, notices } = composed;
  return withNotices(
    cutTo(next, spliced(plan.script, at, tail), { kind: 'resume', from: at, margin: milliseconds(0) }),
    ...notices,
  );
}
