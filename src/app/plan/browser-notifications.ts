/** Shows the plan's reminders as notifications of the browser. */

import { showNotification } from '../show-notification.ts';
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
    showNotification({ title, tag }).catch(() => undefined);
  },
};
