import { Subject } from 'rxjs';
import { expect, it } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { favouritesValue, StoredFavourites } from '../../../../src/app/device-storage/favourites.ts';
import { followReplaced } from '../../../../src/app/programs/follow-replaced.ts';
import type { Replaced } from '../../../../src/app/programs/own-programs.ts';
import { lastSession } from '../../../../src/app/session/last-session.ts';
import { trail } from '../../../../src/program/presets/trail.ts';
import type { AtHome } from '../../../../src/ui/places/at-home.ts';
import { device } from '../../store/tabs.ts';

it('favourites, recent programs, the last session and the last run follow a program that was saved anew', async () => {
  const here = device();
  const value = here.tab().value(favouritesValue);
  await value.put({ favourites: ['a', 'own-1', 'b'], recent: ['own-1'] });
  const favourites = new StoredFavourites(async () => here.tab().value(favouritesValue));
  await expect.poll(() => favourites.now.value.favourites).toHaveLength(3);
  const last = { program: 'own-1', name: 'Old', intensity: mmhg(50), minutes: 20, simulated: true };
  const app = { atHome: { lastSession: last } as AtHome };
  const texts: Record<string, string> = {};
  const storage = {
    getItem: (key: string) => texts[key] ?? null,
    setItem: (key: string, text: string) => {
      texts[key] = text;
    },
  };
  let ran = 'own-1';
  const lastRun = {
    read: async () => ran,
    keep: (id: string) => {
      ran = id;
    },
  };
  const replaced = new Subject<Replaced>();
  followReplaced(replaced, app, favourites, lastRun, storage);
  replaced.next({ from: 'other', to: { ...trail, id: 'other-2' } });
  replaced.next({ from: 'own-1', to: { ...trail, id: 'own-2', name: 'New' } });

  const now = { favourites: ['a', 'own-2', 'b'], recent: ['own-2'] };
  await expect.poll(() => value.get()).toMatchObject({ row: now });
  expect(favourites.now.value).toMatchObject(now);
  expect(app.atHome.lastSession).toEqual({ ...last, program: 'own-2', name: 'New' });
  expect(lastSession(storage)).toEqual(app.atHome.lastSession);
  await expect.poll(() => ran).toBe('own-2');
});
