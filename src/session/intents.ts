/** All that a person can ask of a session, each declared once: its name, and what it carries. */

import type { Mmhg } from '../../firmware-protocol/quantities.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { Program, ZoneSetting } from '../program/program.ts';

const nothing = {};

const declared = {
  /** Shows a chooser. */
  connect: () => nothing,
  /** Shows a chooser for the boot of the other leg; with boots that are whole, or while a session is under way, nothing. */
  addOther: () => nothing,
  /** While a session runs this is Stop first. */
  disconnect: () => nothing,
  choose: (program: Program) => ({ program }),
  setIntensity: (intensity: Mmhg) => ({ intensity }),
  setMinutes: (minutes: number) => ({ minutes }),
  /** @param zone 0 at the foot */
  setZone: (side: Side, zone: number, setting: ZoneSetting) => ({ side, zone, setting }),
  /** Pressures above 80 mmHg, for the next session only; forgotten when that ends, or when another program is chosen. */
  confirm: (confirmed: boolean) => ({ confirmed }),
  start: () => nothing,
  pause: () => nothing,
  resume: () => nothing,
  stop: () => nothing,
  acknowledgeFault: () => nothing,
  dismissNotice: () => nothing,
};

type Declared = typeof declared;
export type IntentKind = keyof Declared;

/** Each returns at once; what comes of it shows in the view. */
export type Intents = { readonly [K in IntentKind]: (...carried: Parameters<Declared[K]>) => void };

export type IntentEvent = {
  [K in IntentKind]: { readonly kind: K } & Readonly<ReturnType<Declared[K]>>;
}[IntentKind];

/** Intents as functions that tell `dispatch`. */
export function intentsTo(dispatch: (event: IntentEvent) => void): Intents {
  const named = Object.entries(declared).map(([kind, carry]) => [
    kind,
    (...carried: Parameters<typeof carry>) =>
      dispatch({ kind, ...(carry as (...carried: readonly unknown[]) => object)(...carried) } as IntentEvent),
  ]);
  return Object.fromEntries(named) as Intents;
}
