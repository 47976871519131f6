/**
 * The service worker of the built page: precaches the page's files, so that it opens without a network, receives what other apps share,
 * and brings the page to the front when the user clicks one of its notifications.
 */

import { type PrecacheEntry, precacheAndRoute } from 'workbox-precaching';
import { bringToFront, type PageWindows, windowsOfPage } from './notification-click.ts';
import { leaveShared, SHARE_PATH, SHARED_QUERY, sharedItem } from './shared-item.ts';
import { OTHER_TABS, USE_NEW_VERSION } from './worker-messages.ts';

/** The parts of the worker's scope that this file uses. lib.webworker has them too, but TypeScript cannot load it together with lib.dom. */
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
interface NotificationEvent extends ExtendableEvent {
  readonly notification: { readonly data: unknown; close(): void };
}
interface WorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: PageWindows & { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(kind: 'message', listener: (event: MessageFromPage) => void): void;
  addEventListener(kind: 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(kind: 'notificationclick', listener: (event: NotificationEvent) => void): void;
}

declare global {
  interface Window {
    /** The build writes this list of files to precache. */
    readonly __WB_MANIFEST: (PrecacheEntry | string)[];
  }
}

const scope = self as unknown as WorkerScope;

async function receive(request: Request): Promise<Response> {
  const item = sharedItem(await request.formData());
  if (item) await leaveShared(caches, item);
  return Response.redirect(`${scope.registration.scope}${item ? `?${SHARED_QUERY}` : ''}`, 303);
}

scope.addEventListener('fetch', (event) => {
  const shared =
    event.request.method === 'POST' && event.request.url === scope.registration.scope + SHARE_PATH;
  if (shared) event.respondWith(receive(event.request));
});
/**
 * Activates the new version unless other tabs of the page are open: they need the files of their own version, and may be running a session.
 */
async function useNewVersion(reply: (answer: string) => void): Promise<void> {
  const windows = await windowsOfPage(scope.clients, scope.registration.scope);
  if (windows.length > 1) reply(OTHER_TABS);
  else await scope.skipWaiting();
}
scope.addEventListener('message', (event) => {
  const { source } = event;
  if (event.data === USE_NEW_VERSION) {
    event.waitUntil(useNewVersion((answer) => source?.postMessage(answer)));
  }
});
scope.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(bringToFront(scope.clients, scope.registration.scope, event.notification.data));
});
/** Takes control of the tabs that were opened before this worker was active, on the first visit too. */
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));

precacheAndRoute(self.__WB_MANIFEST, {
  // The query holds options of the page (?boots=pair) or the mark of a shared item; the files are the same.
  ignoreURLParametersMatching: [/.*/],
});
