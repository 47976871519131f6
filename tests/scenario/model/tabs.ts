/** The tabs of one browser: what they store is shared, and the tab that holds the session's lock uses its token. */

import {
  type LeftSession,
  storedSessionMemory,
} from '../../../src/app/device-storage/session/session-memory.ts';
import { TabLock } from '../../../src/app/session/tab-lock.ts';
import type { Store } from '../../../src/store/store.ts';
import type { Value } from '../../../src/store/table.ts';
import { type BrowserTab, browserTabs } from '../../tabs-of-one-browser.ts';
import type { Page, Pages } from '../reload/pages.ts';

export interface OpenTab {
  readonly page: Page;
  close(): void;
}

function storeOf({ storage }: Pages): Pick<Store, 'value'> {
  const value: Pick<Value<LeftSession>, 'get' | 'put' | 'remove'> = {
    get: async () => {
      const session = await storage.recall();
      return session ? { kind: 'found', row: { devices: [], session }, keptAt: 0 } : { kind: 'none' };
    },
    put: async ({ session }) => {
      await storage.keep(session);
      return { kind: 'kept' };
    },
    remove: async () => {
      storage.forget();
      return { kind: 'kept' };
    },
  };
  return { value: () => value as never };
}

/** @returns a function that opens a tab with the page */
export function tabsOf(pages: Pages): () => OpenTab {
  const openTab = browserTabs();
  const { clock, storage } = pages;
  return () => {
    const tab: BrowserTab = openTab();
    const lock = new TabLock(tab, clock);
    const load = async () => storeOf(pages);
    const page = pages.open(storedSessionMemory(load, lock, clock, () => [], storage.local, storage.tokens));
    return {
      page,
      close: () => {
        tab.close();
        page.kill();
      },
    };
  };
}
