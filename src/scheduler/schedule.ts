/** The scheduler's pure core: from a plan and an event to the next plan, orders and notices. */

import type { Instant } from '../../firmware-protocol/quantities.ts';
import type { Status } from '../../firmware-protocol/status.ts';
import { changeWanted, redoCut, redoUncertain } from './changes/change.ts';
import { resumeGently } from './changes/resume.ts';
import { andThen, type CutOutcome, type Scheduled, type SchedulerEvent, scheduled } from './event.ts';
import { follow } from './follow.ts';
import type { Plan } from './plan.ts';
import { shownAfter } from './time-left.ts';

/** @param now when the event came */
export function schedule(before: Plan, event: SchedulerEvent, now: Instant): Scheduled {
  const after = answer({ ...before, now }, event);
  const { plan } = after;
  const old = event.kind === 'redo' ? null : before.script;
  const isReplaced = old !== plan.script && after.orders.some(({ kind }) => kind === 'cut');
  return isReplaced ? { ...after, plan: { ...plan, replaced: [...plan.replaced, old] } } : after;
}

function answer(plan: Plan, event: SchedulerEvent): Scheduled {
  switch (event.kind) {
    case 'begin':
      return begin(plan, event.status);
    case 'want':
      return changeWanted({ ...plan, wanted: event.settings });
    case 'report': {
      const { status, pressures, stage } = event;
      const report = { status, pressures, at: plan.now };
      const shown = shownAfter(plan, status, plan.now);
      return andThen(changeWanted({ ...plan, report, stage, shown }), follow);
    }
    case 'stage':
      return changeWanted({ ...plan, stage: event.stage });
    case 'resume':
      return resumeGently({ ...plan, stage: 'resuming' });
    case 'cutOutcome':
      return onCutOutcome(plan, event.outcome);
    case 'redo':
      return redoUncertain(plan, event.isLower);
    case 'wake':
      return changeWanted(plan);
  }
}

/** Orders a cut, which replaces the timeline from the boots' playhead on. */
function begin(plan: Plan, status: Status): Scheduled {
  const { keyframes } = plan.script;
  const report = { status, pressures: [], at: plan.now };
  return scheduled({ ...plan, report, atMark: status }, { kind: 'cut', keyframes, from: status.playhead });
}

function onCutOutcome(before: Plan, outcome: CutOutcome): Scheduled {
  const plan = outcome.kind === 'inForce' ? { ...before, replaced: [] } : before;
  switch (outcome.kind) {
    case 'inForce': {
      const { change } = plan;
      if (!change) return scheduled(plan);
      const taken = { ...plan, change: { ...change, taken: true } };
      return plan.stage === 'resuming' && change.kind === 'resume'
        ? scheduled(taken, { kind: 'resume' })
        : scheduled(taken);
    }
    case 'late':
      return redoCut(plan);
    case 'refused':
      return scheduled(plan, { kind: 'end', why: { kind: 'refused', reason: outcome.reason } });
    case 'superseded':
      return scheduled(plan);
  }
}
