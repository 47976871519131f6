/**
 * The service worker of the built page: precaches all of it, so that it opens without a network, and receives what other apps share.
 * A new version waits until the page says that no session runs (renewal.ts), or until every tab is closed.
 */

import { type PrecacheEntry, precacheAndRoute } from 'workbox-precaching';
import { leaveShared, SHARE_PATH, SHARED_QUERY, sharedItem } from './shared-item.ts';
import { OTHER_TABS, USE_NEW_VERSION } from './worker-messages.ts';

/** The parts of the worker's scope that are used; lib.webworker cannot be loaded beside lib.dom. */
interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface MessageFromPage extends ExtendableEvent {
  readonly data: unknown;
  readonly source: { postMessage(answer: string): void } | null;
}
interface WorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(of: { type: 'window'; includeUncontrolled: true }): Promise<readonly unknown[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(kind: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(kind: 'message', listener: (event: MessageFromPage) => void): void;
  addEventListener(kind: 'activate', listener: (event: ExtendableEvent) => void): void;
}

declare global {
  interface Window {
    /** Filled in by the build. */
    readonly __WB_MANIFEST: (PrecacheEntry | string)[];
  }
}

const scope = self as unknown as WorkerScope;

async function receive(request: Request): Promise<Response> {
  const item = sharedItem(await request.formData());
  if (item) await leaveShared(caches, item);
  // 303: the browser then gets the page instead of posting to it.
  return Response.redirect(`${scope.registration.scope}${item ? `?${SHARED_QUERY}` : ''}`, 303);
}

scope.addEventListener('fetch', (event) => {
  const shared =
    event.request.method === 'POST' && event.request.url === scope.registration.scope + SHARE_PATH;
  if (shared) event.respondWith(receive(event.request));
});
/**
 * Activates the new version unless other tabs are open: they still need the files of the version they were opened with, and may be running
 * a session.
 */
async function useNewVersion(reply: (answer: string) => void): Promise<void> {
  const windows = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (windows.length > 1) reply(OTHER_TABS);
  else await scope.skipWaiting();
}
scope.addEventListener('message', (event) => {
  const { source } = event;
  if (event.data === USE_NEW_VERSION) {
    event.waitUntil(useNewVersion((answer) => source?.postMessage(answer)));
  }
});
/** Serves tabs that were open before this worker, from the first visit on. */
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));

precacheAndRoute(self.__WB_MANIFEST, {
  // The options of the page (?boots=pair) and of a share are in its address; the page is the same.
  ignoreURLParametersMatching: [/.*/],
});
