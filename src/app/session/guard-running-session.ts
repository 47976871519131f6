/** While a session runs: keeps the screen on, and has the browser ask the user before it closes or reloads the page. */

import { map } from 'rxjs';
import type { Session } from '../../session/session.ts';
import { isActive } from '../../session/view.ts';
import { browsersScreen, keepScreenOn } from './wake-lock.ts';

export function guardRunningSession(session: Pick<Session, 'view' | 'glance'>): void {
  keepScreenOn(browsersScreen(), session.view.pipe(map(({ phase }) => isActive(phase))));
  window.addEventListener('beforeunload', (event) => {
    if (isActive(session.glance.phase)) event.preventDefault();
  });
}
