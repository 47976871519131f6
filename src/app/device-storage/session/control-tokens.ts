/**
 * Stores in localStorage the tokens with which this browser controls boots, so that a page can take control again after a reload. While a
 * tab uses the token of some boots, it holds a Web Lock for them, and other tabs ask for control without a token.
 */

import type { ControlTokens } from '../../../session/memory/control-tokens.ts';
import type { LocalStorage } from '../local-storage.ts';

/** The boots' serial number follows this prefix. */
const PREFIX = 'heartward.control.';

/** A token is 32 bits, and 0 means none. */
const isToken = (value: number): boolean => Number.isInteger(value) && value > 0 && value < 2 ** 32;

/** @param locks the browser's Web Locks; undefined = the browser has none, and two tabs may use the same token */
export function storedControlTokens(
  local: Pick<LocalStorage, 'getItem' | 'setItem'>,
  locks: Pick<LockManager, 'request'> | undefined,
): ControlTokens {
  /** Serial numbers of the boots whose lock this tab holds. The tab keeps each lock, because it may connect these boots again. */
  const held = new Set<string>();

  const lock = (serial: string): Promise<boolean> => {
    if (held.has(serial) || !locks) return Promise.resolve(true);
    return new Promise((resolve) => {
      locks
        .request(PREFIX + serial, { ifAvailable: true }, (granted) => {
          if (granted) held.add(serial);
          resolve(held.has(serial));
          // The browser takes the lock back when the page ends.
          return granted ? new Promise<never>(() => undefined) : undefined;
        })
        .catch(() => resolve(false));
    });
  };

  return {
    recall: async (serial) => {
      if (!(await lock(serial))) return 0;
      try {
        const token = Number(local.getItem(PREFIX + serial));
        return isToken(token) ? token : 0;
      } catch {
        return 0;
      }
    },
    keep: async (serial, token) => {
      if (!(await lock(serial))) return;
      try {
        local.setItem(PREFIX + serial, String(token));
      } catch {
        // Without storage, the next page has no token, so it may have to wait until the boots are free.
      }
    },
  };
}
