/** Offers the user a session that an earlier page left running, when this page opens. */

import type { Clock } from '../../clock/clock.ts';
import type { HeartwardApp } from '../../ui/heartward-app.ts';
import type { LeftBehind } from '../../words/notices/left-behind.ts';
import { deviceStore } from '../device-storage/device-store.ts';
import { browserLocalStorage } from '../device-storage/local-storage.ts';
import { type StoredSessionMemory, storedSessionMemory } from '../device-storage/session-memory.ts';
import type { BootsChooser } from './choose-boots.ts';
import { browsersTabs, TabLock } from './tab-lock.ts';

/** Where this tab stores its running session, and the lock that decides which tab may continue it. */
export const memoryOfThisTab = (clock: Clock, boots: Pick<BootsChooser, 'chosen'>): StoredSessionMemory =>
  storedSessionMemory(
    deviceStore,
    new TabLock(browsersTabs(), clock),
    clock,
    () => boots.chosen(),
    browserLocalStorage,
  );

export interface LeftSessionPage {
  /** Tells the user that a session was left, and how to continue it. */
  show(left: LeftBehind): void;
  /** Connects the boots without a click. */
  connect(): void;
}

/** Discards a session of simulated boots, which ended with their page. Real boots may still be playing. */
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
    memory.discard();
    page.show({ kind: 'simulatedLeft', program });
    return;
  }
  if (await memory.isElsewhere()) {
    page.show({ kind: 'otherTab', program });
    return;
  }
  page.show({ kind: session.pair ? 'pairLeft' : 'bootsLeft', program });
  if (await boots.knows(devices)) page.connect();
}

/** Closes the message about a session that was left. Forgets that session too, unless another tab runs it. */
export function dismissLeftSession(app: Pick<HeartwardApp, 'left'>, memory: StoredSessionMemory): void {
  app.left = null;
  memory.isElsewhere().then((elsewhere) => {
    if (!elsewhere) memory.discard();
  });
}
