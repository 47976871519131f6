/**
 * When the page opens, tells the user about a session that an earlier page left running or that another tab runs, and offers to continue
 * it.
 */

import type { Clock } from '../../clock/clock.ts';
import type { SessionView } from '../../session/view.ts';
import type { HeartwardApp } from '../../ui/heartward-app.ts';
import type { LeftBehind } from '../../words/notices/left-behind.ts';
import { deviceStore } from '../device-storage/device-store.ts';
import { browserLocalStorage } from '../device-storage/local-storage.ts';
import { storedControlTokens } from '../device-storage/session/control-tokens.ts';
import { type StoredSessionMemory, storedSessionMemory } from '../device-storage/session/session-memory.ts';
import type { BootsChooser } from './choose-boots.ts';
import { browsersTabs, TabLock } from './tab-lock.ts';

export const memoryOfThisTab = (clock: Clock, boots: Pick<BootsChooser, 'chosen'>): StoredSessionMemory =>
  storedSessionMemory(
    deviceStore,
    new TabLock(browsersTabs(), clock),
    clock,
    () => boots.chosen(),
    browserLocalStorage,
    storedControlTokens(browserLocalStorage, navigator.locks),
  );

export interface LeftSessionPage {
  show(left: LeftBehind): void;
  /** @param devices `BluetoothDevice.id` of the session's boots */
  connect(devices: readonly string[]): void;
}

/**
 * Shows a message about the session. Discards a session of simulated boots, which stopped with their page. Connects real boots, which may
 * still be playing, if the browser remembers them. If another tab runs the session, only says so.
 */
export async function offerLeftSession(
  memory: StoredSessionMemory,
  boots: Pick<BootsChooser, 'knows'>,
  page: LeftSessionPage,
): Promise<void> {
  const left = await memory.left();
  if (!left) return;
  const { devices, session } = left;
  const program = session.plan.wanted.program.name;
  if (session.simulated && !(await memory.isElsewhere())) {
    void memory.discard();
    page.show({ kind: 'simulatedLeft', program });
    return;
  }
  if (await memory.isElsewhere()) {
    page.show({ kind: 'otherTab', program });
    return;
  }
  page.show({ kind: session.pair ? 'pairLeft' : 'bootsLeft', program });
  if (await boots.knows(devices)) page.connect(devices);
}

/** The message after a new view. It ends once boots are connected, because the page then shows what they do, and does not come back. */
export const leftAfter = (
  left: LeftBehind | null,
  { boots }: Pick<SessionView, 'boots'>,
): LeftBehind | null => (boots === null ? left : null);

export async function dismissLeftSession(
  app: Pick<HeartwardApp, 'left'>,
  memory: StoredSessionMemory,
): Promise<void> {
  app.left = null;
  if (!(await memory.isElsewhere())) await memory.discard();
}
