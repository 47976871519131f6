/**
 * Registers the service worker and reports when a newer version of the page is waiting. The browser switches to that version when the user asks
 * for it and no other tab of the page is open, or else once every tab of the page has been closed.
 */

import { Observable } from 'rxjs';
import { OTHER_TABS, USE_NEW_VERSION } from './worker-messages.ts';

/** The part of Trusted Types that this file needs. lib.dom does not have it. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): URL };
}

/** In the page's own folder, because a service worker controls only pages at or below its own path. */
const WORKER_URL = './service-worker.js';

/** The worker's URL through a Trusted Types policy, which the Content-Security-Policy allows by name for this one script. */
function trustedWorkerUrl(): string | URL {
  const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  const policy = trustedTypes?.createPolicy('heartward-offline', { createScriptURL: () => WORKER_URL });
  return policy?.createScriptURL(WORKER_URL) ?? WORKER_URL;
}

export interface Renewal {
  /** Reloads the page in the newer version. @param otherTabs called instead of reloading if other tabs of the page are open */
  use(otherTabs: () => void): void;
}

const renewalBy = (
  container: ServiceWorkerContainer,
  waiting: ServiceWorker,
  reload: () => void,
): Renewal => ({
  use(otherTabs) {
    container.addEventListener('controllerchange', reload, { once: true });
    container.addEventListener(
      'message',
      ({ data }) => {
        if (data === OTHER_TABS) otherTabs();
      },
      { once: true },
    );
    waiting.postMessage(USE_NEW_VERSION);
  },
});

/**
 * Emits each newer version that waits. Emits nothing if the browser has no service workers or refuses them (a private window, an insecure
 * page); the page then needs a network to open.
 */
export const renewals = (
  container: ServiceWorkerContainer | undefined,
  reload: () => void,
): Observable<Renewal> =>
  new Observable((subscriber) => {
    if (!container) return;
    const tell = (registration: ServiceWorkerRegistration): void => {
      const { waiting } = registration;
      // If no worker controls the page, as on the user's first visit, the waiting worker is not a newer version.
      if (waiting && container.controller) subscriber.next(renewalBy(container, waiting, reload));
    };
    container.register(trustedWorkerUrl()).then(
      (registration) => {
        tell(registration);
        registration.addEventListener('updatefound', () => {
          const { installing } = registration;
          installing?.addEventListener('statechange', () => tell(registration));
        });
      },
      () => {},
    );
  });
