/** Shows a notification of the browser. A click on it brings the page to the front (offline/notification-click.ts). */

import { shownBy } from './offline/notification-click.ts';

interface Shown {
  readonly title: string;
  readonly body?: string;
  /** A notification replaces an earlier one with the same tag. */
  readonly tag: string;
}

/** Uses the service worker if one is active, because Android shows no notification without it. */
export async function showNotification({ title, ...texts }: Shown): Promise<void> {
  const options = {
    ...texts,
    data: shownBy(location.href),
    // Without this, the browser replaces an earlier notification without alerting the user.
    renotify: true,
    icon: new URL('icons/icon-192.png', document.baseURI).href,
  };
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  if (registration?.active) {
    await registration.showNotification(title, options);
    return;
  }
  const shown = new Notification(title, options);
  shown.onclick = () => {
    window.focus();
    shown.close();
  };
}
