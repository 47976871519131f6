/** Resumes with a new, gentle cycle from where the playhead stands. The Resume command follows once the boots have the cycle. */

import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import { cycleAt, spliced } from '../../timeline/script.ts';
import { noticing, type Scheduled, scheduled } from '../event.ts';
import type { Plan } from '../plan.ts';
import { cutTo, tailFrom } from '../tail.ts';
import { leftAt, playheadNow } from '../time.ts';

/** Where nothing can be composed, the plan stays paused and the change of settings is withdrawn. */
export function resumeGently(plan: Plan): Scheduled {
  const at = playheadNow(plan);
  const index = (cycleAt(plan.script, at)?.index ?? 0) + 1;
  const composed = tailFrom(plan, { at, index, ...leftAt(plan, at), afterPause: true });
  if (composed.kind === 'impossible') {
    const held: Plan = { ...plan, stage: 'held', wanted: plan.settings };
    return noticing(scheduled(held), { kind: 'notChanged', why: composed.problem });
  }
  const { tail, plan: next, notices } = composed;
  return noticing(
    cutTo(next, spliced(plan.script, at, tail), { kind: 'resume', from: at, margin: milliseconds(0) }),
    ...notices,
  );
}
