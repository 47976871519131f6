/**
 * Boots were opened on which an earlier page ran a session. The boots are the authority: what they report decides whether it goes on, has ended,
 * or had not begun. Whether they still are this page's tells the holder of control: a token outlives the page that got it (PROTOCOL.md 4.2).
 */

import { instant } from '../../../firmware-protocol/quantities.ts';
import type { Status } from '../../../firmware-protocol/status.ts';
import { isPrepared } from '../../boots/is-prepared.ts';
import { highestTargetOf } from '../../program/boots-shape.ts';
import { checkTimeline } from '../../safety/envelope.ts';
import type { Plan } from '../../scheduler/plan.ts';
import { boundaryAfter } from '../../timeline/script.ts';
import { addNotice } from '../notices/notices.ts';
import { control } from '../regions/control.ts';
import { type Therapy, therapy } from '../regions/therapy.ts';
import type { Together } from '../state.ts';
import { andThen, askForControl, type Step, step } from '../step.ts';
import { stopNow } from '../stop-now.ts';
import type { Remembered } from './remembered.ts';

/** @param opened boots that were just opened, with their status @returns null where they have nothing to do with what is remembered */
export function recall(opened: Together, remembered: Remembered): Step<Together> | null {
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

const isSameBoots = ({ boots }: Together, { serial, pair, plan }: Remembered): boolean =>
  boots.feature.serial === serial &&
  boots.pair === pair &&
  JSON.stringify(boots.shape) === JSON.stringify(plan.boots);

/** What lay in storage is checked like any program before it is sent. The boots hold the cycle being played already. */
function isSafe({ plan: { script, boots, air, wanted } }: Remembered, { playhead }: Status): boolean {
  const next = boundaryAfter(script, playhead);
  const ahead = script.keyframes.filter(({ at }) => at >= next);
  const highest = highestTargetOf(boots, wanted.confirmed);
  return checkTimeline(ahead, boots, air.fills, highest, { open: true }).length === 0;
}

function asHolder(state: Together, { token, ownZones, plan }: Remembered): Together {
  const { control: from, wishes, boots } = state;
  if (from.kind !== 'none') return state;
  return {
    ...state,
    control: control.move(from, 'an earlier page held it', { token }),
    wishes: { ...wishes, settings: plan.wanted, zonesOf: boots.shape.parts, ownZones },
  };
}

/** The plan on this page's clock. What a cycle waited while nobody listened says nothing about the air. */
function planAt(state: Together, { plan: kept }: Remembered, stage: Plan['stage']): Plan {
  const { shownActive, ...plan } = kept;
  const { status, now } = state;
  return {
    ...plan,
    change: kept.change?.taken ? kept.change : null,
    stage,
    shown: { active: shownActive, wallSince: instant(now - status.wall * 1000) },
    whole: false,
    heard: { status, at: now, pressures: [] },
    now,
  };
}

const idle: Extract<Therapy, { kind: 'idle' }> = { kind: 'idle' };

function goOn(opened: Together, remembered: Remembered): Step<Together> {
  const { status, now } = opened;
  const isPaused = status.therapy === 'paused';
  const plan = planAt(opened, remembered, isPaused ? 'held' : 'playing');
  const state: Together = {
    ...asHolder(opened, remembered),
    begunAt: now,
    therapy: isPaused
      ? therapy.move(idle, 'a session of an earlier page is paused', { since: now, plan })
      : therapy.move(idle, 'a session of an earlier page runs', { plan }),
  };
  if (remembered.stage === 'stopping') return stopNow(state);
  const { change } = remembered.plan;
  const isCertain = change === null || change.taken;
  const adopted = step(
    state,
    { kind: 'run', plan },
    { kind: 'adopt', script: plan.script.keyframes, shifts: remembered.shifts, isCertain },
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

/** The boots ended it while no page was there. */
function ended(opened: Together, remembered: Remembered): Together {
  const { status, now } = opened;
  const plan = planAt(opened, remembered, 'held');
  const running = therapy.move(idle, 'a session of an earlier page runs', { plan });
  return {
    ...opened,
    begunAt: now,
    endedAt: now,
    therapy: therapy.move(running, 'the boots stopped', { reason: status.endReason, plan }),
  };
}
