/** Everything a person can ask of a session, each intent declared once with its payload. */

import type { Mmhg } from '../../firmware-protocol/quantities.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { Program, ZoneSetting } from '../program/program.ts';
import type { OwnLimits } from './own-limits.ts';

const nothing = {};

const declared = {
  /** Shows the chooser. */
  connect: () => nothing,
  /** Shows the chooser for the boot of the other leg. Does nothing where both legs are connected or a session is under way. */
  addOther: () => nothing,
  /** While a session runs, it stops the session instead. */
  disconnect: () => nothing,
  choose: (program: Program) => ({ program }),
  setIntensity: (intensity: Mmhg) => ({ intensity }),
  setMinutes: (minutes: number) => ({ minutes }),
  /** So many more than now, or fewer if negative; clamped like `setMinutes`. */
  addMinutes: (minutes: number) => ({ minutes }),
  /** @param zone 0 at the foot */
  setZone: (side: Side, zone: number, setting: ZoneSetting) => ({ side, zone, setting }),
  /** Allows pressures above 80 mmHg for the next session only; withdrawn when it ends, or when another program is chosen. */
  confirm: (confirmed: boolean) => ({ confirmed }),
  /** Limits for every session from now on, below those of the boots. */
  setOwnLimits: (own: OwnLimits) => ({ own }),
  start: () => nothing,
  pause: () => nothing,
  resume: () => nothing,
  stop: () => nothing,
  acknowledgeFault: () => nothing,
  dismissNotice: () => nothing,
  /** Lets the boots blink for some seconds. @param side of a pair: only this one */
  identify: (side: Side | null) => ({ side }),
};

type Declared = typeof declared;
export type IntentKind = keyof Declared;

/** Each returns at once; the result shows in the view. */
export type Intents = { readonly [K in IntentKind]: (...carried: Parameters<Declared[K]>) => void };

export type IntentEvent = {
  [K in IntentKind]: { readonly kind: K } & Readonly<ReturnType<Declared[K]>>;
}[IntentKind];

/** Intents as functions that call `dispatch`. */
export function intentsTo(dispatch: (event: IntentEvent) => void): Intents {
  const named = Object.entries(declared).map(([kind, carry]) => [
    kind,
    (...carried: Parameters<typeof carry>) =>
      dispatch({ kind, ...(carry as (...carried: readonly unknown[]) => object)(...carried) } as IntentEvent),
  ]);
  return Object.fromEntries(named) as Intents;
}
