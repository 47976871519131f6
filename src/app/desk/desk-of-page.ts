/** Loads the desk (desk.ts) beside the session, and gives it to the page. */

import type { SessionView } from '../../session/view.ts';
import type { HeartwardApp } from '../../ui/heartward-app.ts';
import type { PageIntents } from '../../ui/page-intents.ts';
import { deviceStore } from '../kept/device-store.ts';
import type { Desk } from './desk.ts';

export interface DeskOfPage {
  /** Call with each view. */
  seen(view: SessionView): void;
  /** Call when the user starts a session, inside the click. */
  begins(): void;
  readonly intents: Pick<PageIntents, 'openMini' | 'setNotify' | 'setChime'>;
}

/** If the desk's code fails to load, the page does without it. */
export function deskOfPage(app: HeartwardApp): DeskOfPage {
  let desk: Desk | null = null;
  Promise.all([import('./desk.ts'), import('./browser-desk.ts')]).then(
    ([{ Desk, deskValue }, { browserDesk }]) => {
      desk = new Desk(
        browserDesk(app),
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
    seen: (view) => desk?.seen(view),
    begins: () => desk?.begins(),
    intents: {
      openMini: () => void desk?.openMini(),
      setNotify: (on) => void desk?.setNotify(on),
      setChime: (on) => desk?.setChime(on),
    },
  };
}
