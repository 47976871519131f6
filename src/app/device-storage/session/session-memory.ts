/** Stores a running session, with the ids of its devices. A browser that remembers the devices finds them by these ids. */

import * as v from 'valibot';
import type { Clock } from '../../../clock/clock.ts';
import type { ControlTokens } from '../../../session/memory/control-tokens.ts';
import type { Remembered, SessionMemory } from '../../../session/memory/remembered.ts';
import type { Store } from '../../../store/store.ts';
import type { Value } from '../../../store/table.ts';
import type { TabLock } from '../../session/tab-lock.ts';
import { inTime } from '../in-time.ts';
import type { LocalStorage } from '../local-storage.ts';
import { runningSession } from './running-session.ts';

export interface LeftSession {
  /** `BluetoothDevice.id` of each device, in the order in which they were chosen. */
  readonly devices: readonly string[];
  readonly session: Remembered;
}

export const leftSession = {
  ...runningSession,
  schema: v.object({ devices: v.array(v.string()), session: runningSession.schema }),
  stored: ({ devices, session }: LeftSession) => ({ devices, session: runningSession.stored(session) }),
} as const;

/**
 * localStorage key for the token of the last session that is over. The database takes a while to remove a session's row, and if the page closes
 * meanwhile, the row stays; localStorage writes at once.
 */
const SESSION_OVER_KEY = 'heartward.session-over';

export interface StoredSessionMemory extends SessionMemory {
  /**
   * Forgets the session that `left` returned last, unless this tab runs a session or another one is stored by then. Call if nobody can continue it,
   * or the user does not want to.
   */
  discard(): Promise<void>;
  /** Whether another tab holds the session's lock. */
  isElsewhere(): Promise<boolean>;
  /** The session that an earlier page left; null = none, or it cannot be read in time. */
  left(): Promise<LeftSession | null>;
}

/**
 * @param load opens the store; if that fails, a session lasts as long as its page
 * @param devices returns the ids of the devices that were chosen last
 * @param local the browser's localStorage
 * @param tokens where the tokens of control are stored
 */
export function storedSessionMemory(
  load: () => Promise<Pick<Store, 'value'>>,
  lock: TabLock,
  clock: Clock,
  devices: () => readonly string[],
  local: Pick<LocalStorage, 'getItem' | 'setItem'>,
  tokens?: ControlTokens,
): StoredSessionMemory {
  /** Token of the session that this page recalled or kept last; null = none. */
  let token: number | null = null;
  const over = (): string | null => {
    try {
      return local.getItem(SESSION_OVER_KEY);
    } catch {
      return null;
    }
  };
  const noteOver = (text: string): void => {
    try {
      local.setItem(SESSION_OVER_KEY, text);
    } catch {
      // Without localStorage, the next page offers the session again if this page closes before the database has removed the session.
    }
  };
  const value = (): Promise<Value<LeftSession> | null> =>
    load().then(
      (store) => store.value(leftSession),
      () => null,
    );
  const found = async (): Promise<LeftSession | null> => {
    const read = await (await value())?.get();
    return read?.kind === 'found' && over() !== String(read.row.session.token) ? read.row : null;
  };
  const left = (): Promise<LeftSession | null> => inTime(found(), null, clock);
  /** Token of the session that `left` returned last; null = none. */
  let leftToken: number | null = null;
  return {
    left: async () => {
      const session = await left();
      leftToken = session?.session.token ?? null;
      return session;
    },
    isElsewhere: () => lock.isElsewhere(),
    // If another tab has the session and does not hang, this page must not use the session's token.
    recall: async () => {
      const found = await left();
      if (!found || !(await lock.take())) return null;
      token = found.session.token;
      return found.session;
    },
    keep: async (session) => {
      if (!(await lock.takeIfFree())) return;
      token = session.token;
      // The next session under the same control has the same token, and is not over.
      if (over() === String(token)) noteOver('');
      await (await value())?.put({ devices: devices(), session });
    },
    forget: () => {
      if (!lock.isHeld) return;
      lock.release();
      if (token !== null) noteOver(String(token));
      void value().then((kept) => kept?.remove());
    },
    discard: async () => {
      const stored = await found();
      if (stored?.session.token === leftToken && !lock.isHeld) await (await value())?.remove();
    },
    lost: lock.lost,
    ...(tokens ? { tokens } : {}),
  };
}
