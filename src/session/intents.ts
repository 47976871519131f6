/** Everything that a person can ask of a session. Each intent is declared once, with its payload. */

import type { Mmhg } from '../../firmware-protocol/quantities.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { Program, ZoneSetting } from '../program/program.ts';
import type { OwnLimits } from './own-limits.ts';

const nothing = {};

const declared = {
  /** Shows the browser's device chooser. */
  connect: () => nothing,
  /** Shows the device chooser for the boot of the other leg. Does nothing if both legs are connected or a session is under way. */
  addOther: () => nothing,
  /** Disconnects from the boots. While a session runs, stops the session instead. */
  disconnect: () => nothing,
  choose: (program: Program) => ({ program }),
  setIntensity: (intensity: Mmhg) => ({ intensity }),
  setMinutes: (minutes: number) => ({ minutes }),
  /** Adds minutes to those set now, or takes some away if negative. Clamped like `setMinutes`. */
  addMinutes: (minutes: number) => ({ minutes }),
  /** @param zone 0 at the foot */
  setZone: (side: Side, zone: number, setting: ZoneSetting) => ({ side, zone, setting }),
  /** Allows pressures above 80 mmHg, for the next session only: that is withdrawn when it ends, or when another program is chosen. */
  confirm: (confirmed: boolean) => ({ confirmed }),
  /** Sets limits for every session from now on, below those of the boots. */
  setOwnLimits: (own: OwnLimits) => ({ own }),
  start: () => nothing,
  pause: () => nothing,
  resume: () => nothing,
  stop: () => nothing,
  acknowledgeFault: () => nothing,
  dismissNotice: () => nothing,
  /** Makes the boots blink for some seconds. @param side only this boot of a pair; null = all connected boots */
  identify: (side: Side | null) => ({ side }),
};

type Declared = typeof declared;
export type IntentKind = keyof Declared;

/** Each of these functions returns at once. The result shows in the view. */
export type Intents = { readonly [K in IntentKind]: (...carried: Parameters<Declared[K]>) => void };

export type IntentEvent = {
  [K in IntentKind]: { readonly kind: K } & Readonly<ReturnType<Declared[K]>>;
}[IntentKind];

/** A function for each intent, which dispatches the intent as an event. */
export function intentsTo(dispatch: (event: IntentEvent) => void): Intents {
  const named = Object.entries(declared).map(([kind, carry]) => [
    kind,
    (...carried: Parameters<typeof carry>) =>
      dispatch({ kind, ...(carry as (...carried: readonly unknown[]) => object)(...carried) } as IntentEvent),
  ]);
  return Object.fromEntries(named) as Intents;
}
