/**
 * While a session runs, keeps the screen on, and has the browser ask before the user closes or reloads the page, unless a notice tells the
 * user to reload.
 */

import { map } from 'rxjs';
import { saysToReload } from '../../session/notices/notice.ts';
import type { Session } from '../../session/session.ts';
import { isActive } from '../../session/view.ts';
import { browsersScreen, keepScreenOn } from './wake-lock.ts';

export function guardRunningSession(session: Pick<Session, 'view' | 'glance'>): void {
  keepScreenOn(browsersScreen(), session.view.pipe(map(({ phase }) => isActive(phase))));
  window.addEventListener('beforeunload', (event) => {
    const { phase, notice } = session.glance;
    if (isActive(phase) && !saysToReload(notice)) event.preventDefault();
  });
}
