/** What the page does besides running a session: offers a session that an earlier page left, keeps the screen on, and asks before closing. */

import { map } from 'rxjs';
import type { Clock } from '../../clock/clock.ts';
import type { Session } from '../../session/session.ts';
import { isActive } from '../../session/view.ts';
import type { HeartwardApp } from '../../ui/heartward-app.ts';
import { deviceStore } from '../kept/device-store.ts';
import { localKept } from '../kept/local-kept.ts';
import { type KeptSession, keptSession } from '../kept/session-memory.ts';
import type { BootsChooser } from './choose-boots.ts';
import { findLeftSession } from './left-session.ts';
import { browsersTabs, TabLock } from './tab-lock.ts';
import { browsersScreen, keepScreenOn } from './wake-lock.ts';

/** Where a running session is stored, and the lock that decides which tab may continue it. */
export const sessionOfThisTab = (clock: Clock, boots: Pick<BootsChooser, 'chosen'>): KeptSession =>
  keptSession(deviceStore, new TabLock(browsersTabs(), clock), clock, () => boots.chosen(), localKept);

export interface BesideSession {
  readonly app: Pick<HeartwardApp, 'left'>;
  readonly session: Pick<Session, 'view' | 'glance'>;
  readonly memory: KeptSession;
  readonly boots: Pick<BootsChooser, 'knows'>;
  /** Connects the devices that the chooser knows, without a click. */
  connect(): void;
}

export function besideSession({ app, session, memory, boots, connect }: BesideSession): void {
  findLeftSession(memory, boots, {
    show: (left) => {
      app.left = left;
    },
    connect,
  });
  keepScreenOn(browsersScreen(), session.view.pipe(map(({ phase }) => isActive(phase))));
  window.addEventListener('beforeunload', (event) => {
    if (isActive(session.glance.phase)) event.preventDefault();
  });
}

/** Dismisses the notice of a session that was left. Forgets that session too, unless another tab runs it. */
export function dismissLeft(app: Pick<HeartwardApp, 'left'>, memory: KeptSession): void {
  app.left = null;
  memory.isElsewhere().then((elsewhere) => {
    if (!elsewhere) memory.discard();
  });
}
