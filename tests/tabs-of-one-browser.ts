/** A browser whose tabs share Web Locks and a broadcast channel. A tab that hangs receives no messages. */

import type { Tabs } from '../src/app/session/tab-lock.ts';

export interface BrowserTab extends Tabs {
  hang(): void;
  /** Closes the tab, which gives back its lock and hears no more. */
  close(): void;
}

export function browserTabs(): () => BrowserTab {
  let holder: { readonly tab: object; fail(error: Error): void } | null = null;
  const listeners = new Map<object, Set<(event: MessageEvent) => void>>();
  const hanging = new Set<object>();
  return () => {
    const self = {};
    listeners.set(self, new Set());
    const locks: Tabs['locks'] = {
      query: async () => ({ held: holder ? [{ name: 'heartward.session' }] : [] }) as LockManagerSnapshot,
      request: ((_: string, options: LockOptions, granted: (lock: object | null) => unknown) => {
        if (holder && options.ifAvailable) return Promise.resolve(granted(null));
        holder?.fail(new DOMException('stolen', 'AbortError'));
        return new Promise<unknown>((resolve, reject) => {
          const mine = { tab: self, fail: reject };
          holder = mine;
          void Promise.resolve(granted({})).then((value: unknown) => {
            if (holder === mine) holder = null;
            resolve(value);
          });
        });
      }) as LockManager['request'],
    };
    const channel = {
      postMessage: (data: unknown) => {
        for (const [tab, heard] of listeners) {
          if (tab === self || hanging.has(tab)) continue;
          for (const listener of [...heard]) listener({ data } as MessageEvent);
        }
      },
      addEventListener: (_: string, listener: (event: MessageEvent) => void) =>
        listeners.get(self)?.add(listener),
      removeEventListener: (_: string, listener: (event: MessageEvent) => void) =>
        listeners.get(self)?.delete(listener),
    } as Tabs['channel'];
    return {
      locks,
      channel,
      hang: () => void hanging.add(self),
      close: () => {
        listeners.delete(self);
        if (holder?.tab === self) holder = null;
      },
    };
  };
}
