/**
 * The scheduler's pure core: (plan, event) to (plan, orders, notices). An event records facts, and what is due follows from them, so a
 * wake-up carries nothing.
 */

import type { Status } from '../../firmware-protocol/status.ts';
import { changeWanted, redoCut, redoUncertain } from './changes/change.ts';
import { resumeGently } from './changes/resume.ts';
import {
  andThen,
  type CutReport,
  type Scheduled,
  type SchedulerEvent,
  scheduled,
  type Timed,
} from './event.ts';
import { follow } from './follow.ts';
import type { Plan } from './plan.ts';
import { shownAfter } from './time-left.ts';

export function schedule(before: Plan, event: Timed<SchedulerEvent>): Scheduled {
  const plan = { ...before, now: event.now };
  switch (event.kind) {
    case 'begin':
      return begin(plan, event.status);
    case 'want':
      return changeWanted({ ...plan, wanted: event.settings });
    case 'heard': {
      const { status, pressures, stage } = event;
      const heard = { status, pressures, at: event.now };
      const shown = shownAfter(plan, status, event.now);
      return andThen(changeWanted({ ...plan, heard, stage, shown }), follow);
    }
    case 'stage':
      return changeWanted({ ...plan, stage: event.stage });
    case 'resume':
      return resumeGently({ ...plan, stage: 'resuming' });
    case 'played':
      return played(plan, event.report);
    case 'redo':
      return redoUncertain(plan, event.isLower);
    case 'wake':
      return changeWanted(plan);
  }
}

/** The whole script, from where the boots stand. */
function begin(plan: Plan, status: Status): Scheduled {
  const { keyframes } = plan.script;
  const heard = { status, pressures: [], at: plan.now };
  return scheduled({ ...plan, heard, atMark: status }, { kind: 'cut', keyframes, from: status.playhead });
}

function played(plan: Plan, report: CutReport): Scheduled {
  switch (report.kind) {
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
      return scheduled(plan, { kind: 'end', why: { kind: 'refused', reason: report.reason } });
    case 'superseded':
      return scheduled(plan);
  }
}
