/**
 * Continues a session that an earlier page ran on these boots: their status shows whether the session goes on, has ended, or had not
 * begun. A token outlives the page that got it (PROTOCOL.md 4.2), so this page controls the boots if the holder in their status matches
 * the remembered token.
 */

import { instant } from '../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import { isPrepared } from '../../boots/is-prepared.ts';
import { highestTargetOf } from '../../program/boots-shape.ts';
import { checkProgram } from '../../program/check.ts';
import { checkTimeline } from '../../safety/envelope.ts';
import type { Plan } from '../../scheduler/plan.ts';
import { boundaryAfter } from '../../timeline/script.ts';
import { addNotice } from '../notices/notices.ts';
import { shapeWithin } from '../own-limits.ts';
import { control } from '../regions/control.ts';
import { nowEnded, runsFromEarlierPage, therapy } from '../regions/therapy.ts';
import type { Setup } from '../setup.ts';
import type { WithBoots } from '../state.ts';
import { andThen, askForControl, type Step, step } from '../step.ts';
import { stopNow } from '../stop-now.ts';
import type { Remembered } from './remembered.ts';

export type JustOpened = WithBoots & {
  readonly control: { readonly kind: 'none' };
  readonly therapy: { readonly kind: 'idle' };
};

/** @returns null if the session is not of these boots or cannot be continued */
export function recall(opened: JustOpened, remembered: Remembered): Step<WithBoots> | null {
  const { status } = opened;
  if (!isSameBoots(opened, remembered)) return null;
  const isOurs = status.holder !== 0 && status.holder === (remembered.token & 0xffff);
  const isSameBoot = status.bootCount === remembered.bootCount;
  if (status.therapy !== 'stopped') {
    return isOurs && isSameBoot && isSafe(remembered, status) ? goOn(opened, remembered) : null;
  }
  if (remembered.stage === 'preparing') {
    return isOurs && isPrepared(status)
      ? stopNow(addNotice(asHolder(opened, remembered), { kind: 'notBegun' }))
      : null;
  }
  return status.endReason === 'none' || (isSameBoot && status.cycles < remembered.plan.atMark.cycles)
    ? null
    : step(ended(opened, remembered));
}

const isSameBoots = ({ boots }: WithBoots, { serial, pair, plan }: Remembered): boolean =>
  boots.feature.serial === serial &&
  boots.pair === pair &&
  JSON.stringify(boots.shape) === JSON.stringify(shapeWithin(plan.boots, null));

/** Whether the stored script keeps the limits from the next cycle on. The rest of the current cycle is not checked. */
function isSafe({ plan: { script, boots, air, wanted } }: Remembered, { playhead }: Status): boolean {
  const next = boundaryAfter(script, playhead);
  const ahead = script.keyframes.filter(({ at }) => at >= next);
  const highest = highestTargetOf(boots, wanted.confirmed);
  return checkTimeline(ahead, boots, air.fills, highest, { open: true }).length === 0;
}

const setupOf = ({ boots }: JustOpened, { ownZones, plan }: Remembered): Setup => ({
  settings: plan.wanted,
  zonesOf: boots.shape.parts,
  ownZones,
});

function asHolder(state: JustOpened, remembered: Remembered): WithBoots {
  const { control: from, boots } = state;
  const { token, allowance, plan } = remembered;
  return {
    ...state,
    boots: { ...boots, shape: plan.boots },
    control: control.move(from, 'an earlier page held it', { token }),
    allowance,
    setup: setupOf(state, remembered),
  };
}

/**
 * The remembered plan with the times of this page's clock. No page heard the current cycle from its beginning, so that cycle will not
 * change the estimate of the air (`whole`).
 */
function planAt(state: WithBoots, { plan: kept }: Remembered, stage: Plan['stage']): Plan {
  const { shownActive, ...plan } = kept;
  const { status, now } = state;
  return {
    ...plan,
    change: kept.change?.taken ? kept.change : null,
    replaced: [],
    stage,
    shown: { active: shownActive, wallSince: instant(now - status.wall * 1000) },
    whole: false,
    report: { status, at: now, pressures: [] },
    now,
  };
}

function goOn(opened: JustOpened, remembered: Remembered): Step<WithBoots> {
  const { status, now, therapy: idle } = opened;
  const isPaused = status.therapy === 'paused';
  const plan = planAt(opened, remembered, isPaused ? 'held' : 'playing');
  const state: WithBoots = {
    ...asHolder(opened, remembered),
    begunAt: now,
    therapy: isPaused
      ? therapy.move(idle, 'a session of an earlier page is paused', { since: now, plan })
      : runsFromEarlierPage(idle, plan),
  };
  if (remembered.stage === 'stopping') return stopNow(state);
  // The page that began the session may have known fewer rules.
  const problems = checkProgram(plan.wanted.program);
  if (problems.length > 0) return stopNow(addNotice(state, { kind: 'programRefused', problems }));
  const { shifts, allowance } = remembered;
  const { change } = remembered.plan;
  const isCertain = change === null || change.taken;
  const adopted = step(
    state,
    { kind: 'run', plan },
    {
      kind: 'adopt',
      script: plan.script.keyframes,
      adoption: { shifts: shifts ?? undefined, allowance: allowance ?? undefined, isCertain },
    },
  );
  const asked = andThen(adopted, (next) => askForControl(next, 'goOn'));
  return isCertain
    ? asked
    : {
        ...asked,
        effects: [
          ...asked.effects,
          { kind: 'schedule', event: { kind: 'redo', isLower: change?.kind === 'lower' } },
        ],
      };
}

function ended(opened: JustOpened, remembered: Remembered): WithBoots {
  const { status, now, therapy: idle } = opened;
  const plan = planAt(opened, remembered, 'held');
  return {
    ...opened,
    begunAt: now,
    endedAt: now,
    setup: setupOf(opened, remembered),
    therapy: nowEnded(runsFromEarlierPage(idle, plan), status.endReason),
  };
}
