/** Connects the page with the desk (desk.ts: shows a session to a user who works in another window), once the desk's code has loaded. */

import type { SessionView } from '../../session/view.ts';
import type { AnyIntentEvent } from '../../ui/events.ts';
import type { HeartwardApp } from '../../ui/heartward-app.ts';
import type { PageIntents } from '../../ui/page-intents.ts';
import { deviceStore } from '../device-storage/device-store.ts';
import type { Desk } from './desk.ts';

export interface DeskOfPage {
  onView(view: SessionView): void;
  onStart(): void;
  readonly intents: Pick<PageIntents, 'openMini' | 'setNotifications' | 'setChime'>;
}

/**
 * Until the desk's code has loaded, and if it fails to load, the returned functions do nothing. @param take called with the intents
 * (requests of the user) in the desk's small window
 */
export function deskOfPage(app: HeartwardApp, take: (event: AnyIntentEvent) => void): DeskOfPage {
  let desk: Desk | null = null;
  Promise.all([import('./desk.ts'), import('./desk-value.ts'), import('./browser-desk.ts')]).then(
    ([{ Desk }, { deskValue }, { browserDesk }]) => {
      desk = new Desk(
        browserDesk(take),
        async () => (await deviceStore()).value(deskValue),
        document.createElement('canvas'),
        (view) => {
          app.desk = view;
        },
      );
    },
    () => undefined,
  );
  return {
    onView: (view) => desk?.onView(view),
    onStart: () => desk?.onStart(),
    intents: {
      openMini: () => void desk?.openMini(),
      setNotifications: (on) => void desk?.setNotify(on),
      setChime: (on) => desk?.setChime(on),
    },
  };
}
