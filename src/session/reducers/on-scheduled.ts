/** What the scheduler has to say: a new plan, its orders, its notices. */

import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import { said } from '../../program/check/figures.ts';
import type { Problem } from '../../program/problem.ts';
import type { Order, Scheduled, SchedulerNotice } from '../../scheduler/event.ts';
import type { Effect } from '../event.ts';
import { noticed } from '../notices.ts';
import { isPlanned, type Planned, therapy } from '../regions/therapy.ts';
import { isStopping, type Together } from '../state.ts';
import { type Step, step, withSettings } from '../step.ts';
import { stopNow } from '../stop-now.ts';

export function onScheduled(before: Together, { plan, orders, notices }: Scheduled): Step<Together> {
  // The program ended, or is being stopped, while this was under way: its orders are void.
  if (!isPlanned(before.therapy) || isStopping(before)) return step(before);
  const now = { ...before.therapy, plan };
  const next: Planned =
    now.kind === 'resuming' && plan.stage === 'held'
      ? therapy.move(now, 'it did not happen', { since: before.now, plan })
      : now;
  const wished = withSettings({ ...before, therapy: next }, plan.wanted);
  const state = notices.reduce((told, notice) => noticed(told, noticeOf(notice)), wished);
  const end = orders.find((order) => order.kind === 'end');
  if (end?.kind === 'end') {
    return stopNow(
      noticed(
        state,
        end.why.kind === 'refused'
          ? { kind: 'refused', command: 'timeline', reason: end.why.reason }
          : { kind: 'failed', detail: String(end.why.error) },
      ),
    );
  }
  const speaks = orders.some(({ kind }) => kind === 'resume');
  return step(speaks ? { ...state, spokenAt: state.now } : state, ...orders.flatMap(effectsOf));
}

function effectsOf(order: Order): readonly Effect[] {
  switch (order.kind) {
    case 'ceiling':
      return [{ kind: 'command', request: { op: 'ceiling', ceiling: order.ceiling } }];
    case 'cut':
      return [{ kind: 'play', cut: { keyframes: order.keyframes, from: order.from } }];
    case 'resume':
      return [{ kind: 'command', request: { op: 'resume', at: milliseconds(0) } }];
    case 'end':
      return [];
  }
}

function noticeOf(notice: SchedulerNotice): { readonly kind: 'clamped'; readonly problem: Problem } {
  return { kind: 'clamped', problem: problemOf(notice) };
}

function problemOf(notice: SchedulerNotice): Problem {
  switch (notice.kind) {
    case 'lowered':
      return {
        place: 'intensity',
        reason: `On these legs your boots fill too slowly for ${said(notice.asked)} mmHg.`,
        suggestion: `It is set to ${said(notice.set)} mmHg.`,
      };
    case 'notChanged': {
      const { place, reason } =
        notice.why === 'ending' ? { place: 'session', reason: 'The session is just ending.' } : notice.why;
      return { place, reason, suggestion: 'The session goes on as it was.' };
    }
    case 'endsEarly':
      return notice.why === 'air'
        ? {
            place: 'session',
            reason: 'By now the boots fill too slowly on these legs, even with the least pressure.',
            suggestion:
              'The session ends with the wave that is being played. Look at hoses, bags and battery.',
          }
        : { ...notice.why, suggestion: 'The session ends with the wave that is being played.' };
  }
}
