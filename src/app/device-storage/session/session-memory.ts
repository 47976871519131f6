/** Stores a running session with the ids of its devices, by which a browser that remembers the devices finds them again. */

import * as v from 'valibot';
import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import type { Clock } from '../../../clock/clock.ts';
import { sleep } from '../../../clock/sleep.ts';
import type { ControlTokens } from '../../../session/memory/control-tokens.ts';
import type { Remembered, SessionMemory } from '../../../session/memory/remembered.ts';
import type { Store } from '../../../store/store.ts';
import type { Value } from '../../../store/table.ts';
import type { TabLock } from '../../session/tab-lock.ts';
import type { LocalStorage } from '../local-storage.ts';
import { runningSession } from './running-session.ts';

export interface LeftSession {
  /** `BluetoothDevice.id`, in the order in which the devices were chosen. */
  readonly devices: readonly string[];
  readonly session: Remembered;
}

export const leftSession = {
  ...runningSession,
  schema: v.object({ devices: v.array(v.string()), session: runningSession.schema }),
  stored: ({ devices, session }: LeftSession) => ({ devices, session: runningSession.stored(session) }),
} as const;

/**
 * localStorage key for the token of the last session that is over. Writing to localStorage takes effect at once, while the database may not
 * remove the session's row before the page closes.
 */
const SESSION_OVER_KEY = 'heartward.session-over';

/**
 * Longest wait for storage. It may be long: connecting takes seconds too, and a page that does not know the session could only watch it.
 */
const STORAGE_TIMEOUT = milliseconds(5000);

export interface StoredSessionMemory extends SessionMemory {
  /**
   * Forgets the session that `left` returned last, unless this tab runs a session or another one has been stored since. Call if nobody can
   * continue that session, or the user does not want to.
   */
  discard(): Promise<void>;
  isElsewhere(): Promise<boolean>;
  /** The session that an earlier page left; null if there is none, or it cannot be read in time. */
  left(): Promise<LeftSession | null>;
}

/**
 * @param load opens the store; if that fails, a session lasts as long as its page
 * @param devices returns the ids of the devices that were chosen last
 */
export function storedSessionMemory(
  load: () => Promise<Pick<Store, 'value'>>,
  lock: TabLock,
  clock: Clock,
  devices: () => readonly string[],
  local: Pick<LocalStorage, 'getItem' | 'setItem'>,
  tokens?: ControlTokens,
): StoredSessionMemory {
  /** Null = this page has neither recalled nor kept a session. */
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
      // Without localStorage, the next page offers the session again if this page closes before the database has removed it.
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
  const left = (): Promise<LeftSession | null> =>
    Promise.race([found(), sleep(clock, STORAGE_TIMEOUT).then(() => null)]);
  let leftToken: number | null = null;
  return {
    left: async () => {
      const session = await left();
      leftToken = session?.session.token ?? null;
      return session;
    },
    isElsewhere: () => lock.isElsewhere(),
    // If another tab has the session and responds, this page must not use the session's token.
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
