/** A page in Chromium that shows one element by itself. */

import type { Locator, Page } from 'playwright';
import { type Launched, launchWithPlaywright } from '../chromium/launch.ts';
import { serveFolder } from '../serving/app-server.ts';
import { builtTestPages } from '../serving/built-app.ts';

/** How long an action may wait for its element, ms: long enough for a busy machine. */
const LONGEST_ACTION = 60_000;

type Tag = keyof HTMLElementTagNameMap;
type Properties<K extends Tag> = Partial<HTMLElementTagNameMap[K]>;

export interface ElementPage {
  readonly page: Page;
  readonly troubles: Launched['troubles'];
  /**
   * Shows an element in place of the last one. The properties are copied to the page, so they cannot include
   * functions.
   */
  mount<K extends Tag>(tag: K, properties?: Properties<K>): Promise<Locator>;
  change<K extends Tag>(tag: K, properties: Properties<K>): Promise<void>;
  /** Intents and other events since the last call, or since the element was mounted. */
  heard(): Promise<unknown[][]>;
  end(): Promise<void>;
}

export const openElementPage = async (): Promise<ElementPage> => {
  const server = await serveFolder(await builtTestPages());
  const launched = await launchWithPlaywright({ url: `${server.url}tests/browser/elements/elements.html` });
  const { page, troubles } = launched;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.waitForFunction(() => 'mount' in window);
  page.setDefaultTimeout(LONGEST_ACTION);
  return {
    page,
    troubles,
    mount: async (tag, properties = {}) => {
      const named: { readonly name: string; readonly set: object } = { name: tag, set: properties };
      await page.evaluate(({ name, set }) => window.mount(name, set), named);
      return page.locator(tag);
    },
    change: (_tag, properties: object) => page.evaluate((set) => window.change(set), properties),
    heard: () => page.evaluate(() => window.heard.splice(0)),
    end: async () => {
      await launched.end();
      await server.end();
    },
  };
};
