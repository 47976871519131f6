/** Handles a result of the scheduler: a new plan, orders and notices. */

import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Order, Scheduled } from '../../scheduler/event.ts';
import type { Effect } from '../event.ts';
import { addNotice } from '../notices/notices.ts';
import { isPlanned, type Planned, withoutEffect } from '../regions/therapy.ts';
import { isStopping, type WithBoots } from '../state.ts';
import { type Step, step, withSettings } from '../step.ts';
import { barredBy, stopNow } from '../stop-now.ts';

export function onScheduled(before: WithBoots, { plan, orders, notices }: Scheduled): Step<WithBoots> {
  // If the program has ended in the meantime, or is being stopped, its orders are void.
  if (!isPlanned(before.therapy) || isStopping(before)) return step(before);
  const now = { ...before.therapy, plan };
  const next: Planned =
    now.kind === 'resuming' && plan.stage === 'held' ? withoutEffect(now, before.now) : now;
  const updated = withSettings({ ...before, therapy: next }, plan.wanted);
  const state = notices.reduce(
    (before, notice) => addNotice(before, { kind: 'clamped', problem: notice }),
    updated,
  );
  const end = orders.find((order) => order.kind === 'end');
  if (end?.kind === 'end') {
    const isBug = end.why.kind === 'failed';
    return stopNow(
      addNotice(
        isBug ? barredBy(state, 'failed') : state,
        end.why.kind === 'refused'
          ? { kind: 'refused', command: 'timeline', reason: end.why.reason }
          : { kind: 'failed', detail: String(end.why.error) },
      ),
    );
  }
  const speaks = orders.some(({ kind }) => kind === 'resume');
  return step(speaks ? { ...state, lastSentAt: state.now } : state, ...orders.flatMap(effectsOf));
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
