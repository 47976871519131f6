/** Stores a running session with the ids of its devices, by which a browser that remembers devices finds them again. */

import * as v from 'valibot';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Clock } from '../../clock/clock.ts';
import { sleep } from '../../clock/sleep.ts';
import type { Remembered, SessionMemory } from '../../session/memory/remembered.ts';
import type { Store } from '../../store/store.ts';
import type { Value } from '../../store/table.ts';
import type { TabLock } from '../session/tab-lock.ts';
import type { Kept } from './local-kept.ts';
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
 * Key of the token whose session is over. The database takes a while to remove a row, and a page that closes meanwhile leaves it there;
 * localStorage takes this note at once.
 */
const OVER = 'heartward.session-over';

/** Longest wait for storage. Connecting takes seconds anyway, and without storage the next page can only watch the session. */
const LONGEST = milliseconds(5000);

export interface KeptSession extends SessionMemory {
  /** Forgets a session that nobody can continue. */
  discard(): void;
  /** Whether another tab has the session. */
  isElsewhere(): Promise<boolean>;
  /** The session that an earlier page left; null = none, or it cannot be read. */
  left(): Promise<LeftSession | null>;
}

/**
 * @param load opens the store; if that fails, a session lasts as long as its page
 * @param devices ids of the devices that were chosen last
 * @param local the browser's localStorage
 */
export function keptSession(
  load: () => Promise<Pick<Store, 'value'>>,
  lock: TabLock,
  clock: Clock,
  devices: () => readonly string[],
  local: Pick<Kept, 'getItem' | 'setItem'>,
): KeptSession {
  /** Token of the session that this page recalled or kept last; null = none. */
  let token: number | null = null;
  const isOver = ({ session }: LeftSession): boolean => {
    try {
      return local.getItem(OVER) === String(session.token);
    } catch {
      return false;
    }
  };
  const noteOver = (): void => {
    if (token === null) return;
    try {
      local.setItem(OVER, String(token));
    } catch {
      // Without localStorage, only a page that closes at this moment offers the session again.
    }
  };
  const value = (): Promise<Value<LeftSession> | null> =>
    load().then(
      (store) => store.value(leftSession),
      () => null,
    );
  const found = async (): Promise<LeftSession | null> => {
    const read = await (await value())?.get();
    return read?.kind === 'found' && !isOver(read.row) ? read.row : null;
  };
  const left = (): Promise<LeftSession | null> =>
    Promise.race([found(), sleep(clock, LONGEST).then(() => null)]);
  const discard = (): void => void value().then((kept) => kept?.remove());
  return {
    left,
    isElsewhere: () => lock.isElsewhere(),
    // If another tab has the session and answers, this page must not use its token.
    recall: async () => {
      const found = await left();
      if (!found || !(await lock.take())) return null;
      token = found.session.token;
      return found.session;
    },
    keep: async (session) => {
      if (!(await lock.takeIfFree())) return;
      token = session.token;
      await (await value())?.put({ devices: devices(), session });
    },
    forget: () => {
      if (!lock.isHeld) return;
      lock.release();
      noteOver();
      discard();
    },
    discard,
    lost: lock.lost,
  };
}
