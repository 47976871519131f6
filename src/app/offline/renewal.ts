/**
 * Registers the service worker and tells when a newer version of the page waits. The newer version is used when the user asks for it,
 * which the page offers only while no session runs, or once every tab has been closed.
 */

import { Observable } from 'rxjs';
import { OTHER_TABS, USE_NEW_VERSION } from './worker-messages.ts';

/** The part of Trusted Types that lib.dom lacks and this file needs. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): URL };
}

/** Beside the page, so that its scope is the page. */
const WORKER_URL = './service-worker.js';

/** The only script that may become a service worker; the Content-Security-Policy names this policy. */
function trustedWorkerUrl(): string | URL {
  const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  const policy = trustedTypes?.createPolicy('heartward-offline', { createScriptURL: () => WORKER_URL });
  return policy?.createScriptURL(WORKER_URL) ?? WORKER_URL;
}

/** A newer version that is waiting. */
export interface Renewal {
  /** Reloads the page in the newer version. @param otherTabs called instead if other tabs of the page are open */
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
 * Emits each newer version that is waiting; never on the first visit. Never emits if the browser has no service workers or refuses them
 * (a private window, an insecure page): the page then needs a network to open.
 *
 * @param reload reloads the page
 */
export const renewals = (
  container: ServiceWorkerContainer | undefined,
  reload: () => void,
): Observable<Renewal> =>
  new Observable((subscriber) => {
    if (!container) return;
    const tell = (registration: ServiceWorkerRegistration): void => {
      const { waiting } = registration;
      // Without a controller this is the first version, which waits for nothing.
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
