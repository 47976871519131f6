/**
 * What must outlive the page while a session is on, so that another page can go on with it: who holds control, the script, the legs' shifts,
 * the settings, and what was learned of the air. Times of this page's clock are not in it: they mean nothing to the next page.
 */

import type { Observable } from 'rxjs';
import type { Seconds } from '../../../firmware-protocol/quantities.ts';
import type { BootsMemory, Shifts } from '../../boots/boots.ts';
import type { SetZones } from '../../program/program.ts';
import type { Plan } from '../../scheduler/plan.ts';
import { tokenOf } from '../regions/control.ts';
import { isPlanned } from '../regions/therapy.ts';
import type { Together } from '../state.ts';

export interface RememberedPlan extends Omit<Plan, 'stage' | 'shown' | 'whole' | 'heard' | 'now'> {
  /** The most running time that was shown. */
  readonly shownActive: Seconds;
}

export interface Remembered {
  readonly serial: string;
  readonly simulated: boolean;
  readonly pair: boolean;
  readonly bootCount: number;
  /** As the boots granted it; that of a pair is its left boot's. */
  readonly token: number;
  /** The token of each boot, by serial number. */
  readonly tokens: Readonly<Record<string, number>>;
  /** For a pair: how far each leg's time is shifted from the script's. */
  readonly shifts: Shifts | null;
  /** `begun`: Start was obeyed. `stopping`: Stop was asked for. */
  readonly stage: 'preparing' | 'begun' | 'stopping';
  /** The person's own settings of single zones. */
  readonly ownZones: SetZones;
  readonly plan: RememberedPlan;
}

/** Where a session is kept that may be running when the page goes. */
export interface SessionMemory {
  /** What a page kept last and nobody forgot; null = nothing. Never rejects. */
  recall(): Promise<Remembered | null>;
  /** Resolves once it is kept, or cannot be. Never rejects. */
  keep(session: Remembered): Promise<unknown>;
  forget(): void;
  /** Emits when another tab has taken the session over: this page must not use its token any more. */
  readonly lost?: Observable<unknown>;
}

/** Null where this page has no session that another could go on with. */
export function rememberedOf(state: Together, { tokens, shifts }: BootsMemory): Remembered | null {
  const { boots, control, therapy, stopping, status, wishes } = state;
  const token = tokenOf(control);
  if (!isPlanned(therapy) || token === 0) return null;
  const {
    boots: shape,
    script,
    wanted,
    settings,
    longest,
    air,
    change,
    mould,
    atMark,
    atWave,
    shown,
  } = therapy.plan;
  const { cycles, playhead, waited } = atMark;
  return {
    serial: boots.feature.serial,
    simulated: boots.simulated,
    pair: boots.pair,
    bootCount: status.bootCount,
    token,
    tokens,
    shifts,
    stage: stopping.kind !== 'none' ? 'stopping' : therapy.kind === 'preparing' ? 'preparing' : 'begun',
    ownZones: wishes.ownZones,
    plan: {
      boots: shape,
      script,
      wanted,
      settings,
      longest,
      air,
      change,
      mould,
      atMark: { cycles, playhead, waited },
      atWave,
      shownActive: shown.active,
    },
  };
}

/** Whether anything has changed that the next page would do otherwise with. Time shown, which moves all the time, is not. */
export function isNews(one: Remembered | null, other: Remembered): boolean {
  if (!one || one.serial !== other.serial || one.token !== other.token || one.stage !== other.stage)
    return true;
  const [a, b] = [one.plan, other.plan];
  const parts = ['script', 'wanted', 'settings', 'air', 'change', 'mould', 'atWave'] as const;
  return (
    parts.some((part) => a[part] !== b[part]) ||
    a.atMark.cycles !== b.atMark.cycles ||
    JSON.stringify([one.tokens, one.shifts]) !== JSON.stringify([other.tokens, other.shifts])
  );
}
