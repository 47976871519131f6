/** A click on a notification brings the page to the front. */

import { describe, expect, it } from 'vitest';
import { bringToFront, shownBy, windowsOfPage } from '../../../../src/app/offline/notification-click.ts';

const scope = 'https://boots.example/heartward/';

/** A browser with these windows open. `done` lists what it was told to do. */
function browserWith(...urls: readonly string[]) {
  const done: string[] = [];
  const windows = {
    matchAll: async () => urls.map((url) => ({ url, focus: async () => done.push(`focus ${url}`) })),
    openWindow: async (url: string) => done.push(`open ${url}`),
  };
  return { windows, done };
}

describe('a click on a notification', () => {
  it('focuses the window of the page that was used last', async () => {
    const { windows, done } = browserWith('https://boots.example/other/', `${scope}#boots`, `${scope}#plan`);
    await bringToFront(windows, scope, shownBy(`${scope}#help`));
    expect(done).toEqual([`focus ${scope}#boots`]);
  });

  it('focuses the window that showed it, if that still has the same address', async () => {
    const { windows, done } = browserWith(`${scope}#plan`, `${scope}#boots`);
    await bringToFront(windows, scope, shownBy(`${scope}#boots`));
    await bringToFront(windows, scope, shownBy(`${scope}#help`));
    await bringToFront(windows, scope, null);
    expect(done).toEqual([`focus ${scope}#boots`, `focus ${scope}#plan`, `focus ${scope}#plan`]);
  });

  it('opens the page if it is closed, whatever else of the same origin is open', async () => {
    const { windows, done } = browserWith('https://boots.example/other/');
    await bringToFront(windows, scope, shownBy(`${scope}#help`));
    expect(done).toEqual([`open ${scope}`]);
  });
});

it('a window of another page of the same origin is no window of this page', async () => {
  const { windows } = browserWith('https://boots.example/other/', scope);
  expect((await windowsOfPage(windows, scope)).map(({ url }) => url)).toEqual([scope]);
});
