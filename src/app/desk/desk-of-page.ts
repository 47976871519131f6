/** Connects the desk (desk.ts) with the page, once the desk's code has loaded. */

import type { SessionView } from '../../session/view.ts';
import type { AnyIntentEvent } from '../../ui/events.ts';
import type { HeartwardApp } from '../../ui/heartward-app.ts';
import type { PageIntents } from '../../ui/page-intents.ts';
import { deviceStore } from '../device-storage/device-store.ts';
import type { Desk } from './desk.ts';

export interface DeskOfPage {
  onView(view: SessionView): void;
  /** Call when the user starts a session, inside the click. */
  onStart(): void;
  readonly intents: Pick<PageIntents, 'openMini' | 'setNotifications' | 'setChime'>;
}

/** If the desk's code fails to load, the page does without it. @param take called with the intents of the small window */
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
