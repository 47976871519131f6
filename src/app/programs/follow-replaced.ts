/**
 * When the user saves a changed program, it gets another id. This file puts the new id into the favourites, the last session and the id of
 * the program that was started last.
 */

import type { Observable } from 'rxjs';
import type { HeartwardApp } from '../../ui/heartward-app.ts';
import type { StoredFavourites } from '../device-storage/favourites.ts';
import type { LocalStorage } from '../device-storage/local-storage.ts';
import { keepLastSession } from '../session/last-session.ts';
import type { LastRun } from './initial-program.ts';
import type { Replaced } from './own-programs.ts';

export function followReplaced(
  replaced: Observable<Replaced>,
  app: Pick<HeartwardApp, 'atHome'>,
  favourites: Pick<StoredFavourites, 'follow'>,
  lastRun: LastRun,
  storage: Pick<LocalStorage, 'setItem'>,
): void {
  replaced.subscribe(({ from, to }) => {
    favourites.follow(from, to.id);
    const { lastSession } = app.atHome;
    if (lastSession?.program === from)
      app.atHome = {
        ...app.atHome,
        lastSession: keepLastSession({ ...lastSession, program: to.id, name: to.name }, storage),
      };
    lastRun.read().then(
      (id) => {
        if (id === from) lastRun.keep(to.id);
      },
      () => undefined,
    );
  });
}
