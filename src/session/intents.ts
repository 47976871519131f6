/** What a person can ask of a session. Each intent is declared once, with its payload. */

import type { Mmhg } from '../../firmware-protocol/quantities.ts';
import type { Side } from '../../firmware-protocol/zones.ts';
import type { Program, ZoneSetting } from '../program/program.ts';
import type { OwnLimits } from './own-limits.ts';

const nothing = {};

const declared = {
  /** Shows the browser's device chooser. Does nothing if boots are connected, or being chosen or connected. */
  connect: () => nothing,
  /**
   * Shows the device chooser for the boot of the other leg. Does nothing without boots, or with both legs. Only adds a notice without a
   * link, while a session of this page is on, or until the boots have obeyed a Stop.
   */
  addOther: () => nothing,
  /**
   * Disconnects from the boots, or gives up connecting. While a session is on, stops the session instead. While a session is being
   * stopped, or until the boots have heard a Stop, does nothing unless a notice says that the boots do not stop or do not empty.
   */
  disconnect: () => nothing,
  choose: (program: Program) => ({ program }),
  setIntensity: (intensity: Mmhg) => ({ intensity }),
  setMinutes: (minutes: number) => ({ minutes }),
  /** A negative number takes minutes away. The result is clamped like that of `setMinutes`. */
  addMinutes: (minutes: number) => ({ minutes }),
  /** @param zone 0 at the foot */
  setZone: (side: Side, zone: number, setting: ZoneSetting) => ({ side, zone, setting }),
  /**
   * Confirms pressures above 80 mmHg for the next session, or withdraws the confirmation (false). The confirmation also ends with that
   * session, and when another program is chosen or the boots are disconnected.
   */
  confirm: (confirmed: boolean) => ({ confirmed }),
  /**
   * Sets this device's own limits, which count only where they are stricter than the boots'. The highest pressure also applies to the
   * session that is on; the time for which boots may play alone applies from the next Prepare.
   */
  setOwnLimits: (own: OwnLimits) => ({ own }),
  start: () => nothing,
  pause: () => nothing,
  resume: () => nothing,
  stop: () => nothing,
  acknowledgeFault: () => nothing,
  /** Deletes all session records that the boots keep. Does nothing during a session, or while a Stop or emptying is under way. */
  deleteRecords: () => nothing,
  /** Dismisses the notice on screen and the end of the last session. */
  dismissNotice: () => nothing,
  /** Makes the boots blink for some seconds. @param side only this boot of a pair; null = all connected boots */
  identify: (side: Side | null) => ({ side }),
};

type Declared = typeof declared;
export type IntentKind = keyof Declared;

/** These functions return at once. The result shows in the view. */
export type Intents = { readonly [K in IntentKind]: (...carried: Parameters<Declared[K]>) => void };

export type IntentEvent = {
  [K in IntentKind]: { readonly kind: K } & Readonly<ReturnType<Declared[K]>>;
}[IntentKind];

export function intentsTo(dispatch: (event: IntentEvent) => void): Intents {
  const named = Object.entries(declared).map(([kind, carry]) => [
    kind,
    (...carried: Parameters<typeof carry>) =>
      dispatch({ kind, ...(carry as (...carried: readonly unknown[]) => object)(...carried) } as IntentEvent),
  ]);
  return Object.fromEntries(named) as Intents;
}
