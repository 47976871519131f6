/**
 * The part of a session's state that is stored, so that another page can continue the session. It holds no times of this page's clock,
 * which mean nothing to the next page.
 */

import type { Observable } from 'rxjs';
import type { Seconds } from '../../../firmware-protocol/quantities.ts';
import type { BootsMemory, Shifts } from '../../boots/boots.ts';
import type { SetZones } from '../../program/program.ts';
import type { Plan } from '../../scheduler/plan.ts';
import { tokenOf } from '../regions/control.ts';
import { isPlanned } from '../regions/therapy.ts';
import type { WithBoots } from '../state.ts';
import type { ControlTokens } from './control-tokens.ts';

export interface RememberedPlan
  extends Omit<Plan, 'stage' | 'shown' | 'whole' | 'report' | 'now' | 'replaced'> {
  /** The longest running time that this page has shown, so that the next page shows no less. */
  readonly shownActive: Seconds;
}

export interface Remembered {
  readonly serial: string;
  readonly simulated: boolean;
  readonly pair: boolean;
  readonly bootCount: number;
  /** The control token from the boots; for a pair, the left boot's. */
  readonly token: number;
  /** The control token of each peripheral, by serial number; 0 = none. */
  readonly tokens: Readonly<Record<string, number>>;
  /** For a pair: by how much each leg's playhead is ahead of the script's time (boots/pair/leg-time.ts); null for single boots. */
  readonly shifts: Shifts | null;
  /**
   * How long the boots may play on without a page, as their Prepare said; null = none was sent, or an earlier version of the page
   * stored the session.
   */
  readonly allowance: Seconds | null;
  /** `preparing`: the boots do not run yet. `begun`: they run or are paused. `stopping`: the session is being stopped. */
  readonly stage: 'preparing' | 'begun' | 'stopping';
  readonly ownZones: SetZones;
  readonly plan: RememberedPlan;
}

/** Storage for one session, which outlives the page. */
export interface SessionMemory {
  /** The session that was stored last; null = none, or it has been forgotten. Never rejects. */
  recall(): Promise<Remembered | null>;
  /** Resolves once the session is stored, or storing it has failed. Never rejects. */
  keep(session: Remembered): Promise<unknown>;
  forget(): void;
  /** Without this, boots count a page that was reloaded outside a session as a stranger until they free control. */
  readonly tokens?: ControlTokens;
  /** Emits when another tab has taken over the session, so that this page must not use its token any more. */
  readonly lost?: Observable<unknown>;
}

/** Null if the state has no session that another page could continue. */
export function rememberedOf(state: WithBoots, { tokens, shifts }: BootsMemory): Remembered | null {
  const { boots, control, therapy, stopping, status, setup, allowance } = state;
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
    prefill,
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
    allowance,
    stage: stopping.kind !== 'none' ? 'stopping' : therapy.kind === 'preparing' ? 'preparing' : 'begun',
    ownZones: setup.ownZones,
    plan: {
      boots: shape,
      script,
      wanted,
      settings,
      longest,
      air,
      change,
      prefill,
      atMark: { cycles, playhead, waited },
      atWave,
      shownActive: shown.active,
    },
  };
}

/**
 * Whether the session has changed in a way that matters to the next page. The running time does not count, because it changes all the
 * time.
 */
export function hasChanged(one: Remembered | null, other: Remembered): boolean {
  if (!one) return true;
  const facts = ['serial', 'token', 'allowance', 'stage'] as const;
  if (facts.some((fact) => one[fact] !== other[fact])) return true;
  const [a, b] = [one.plan, other.plan];
  const parts = ['script', 'wanted', 'settings', 'air', 'change', 'prefill', 'atWave'] as const;
  return (
    parts.some((part) => a[part] !== b[part]) ||
    a.atMark.cycles !== b.atMark.cycles ||
    JSON.stringify([one.tokens, one.shifts]) !== JSON.stringify([other.tokens, other.shifts])
  );
}
