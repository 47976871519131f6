/**
 * Shows notifications with the browser's Notification API: through the service worker if there is one, because Android has no other way.
 */

import type { NotificationPort } from './reminders.ts';

const isThere = (): boolean => 'Notification' in globalThis;

export const browserNotifications: NotificationPort = {
  get isPossible() {
    return isThere();
  },
  get isAllowed() {
    return isThere() && Notification.permission === 'granted';
  },
  ask: () => Notification.requestPermission(),
  show: (title, tag) => {
    const options = { tag, icon: new URL('favicon.svg', document.baseURI).href };
    const worker = navigator.serviceWorker?.controller
      ? navigator.serviceWorker.ready
      : Promise.reject(new Error('no service worker'));
    worker.then(
      (registration) => registration.showNotification(title, options),
      () => new Notification(title, options),
    );
  },
};
