/**
 * A page is reloaded while it has control of the boots, but no session runs. The next page gets control without a
 * press of the boots' button.
 */

import { describe, expect, it } from 'vitest';
import { type Page, Pages } from './pages.ts';

async function startAgain(pages: Pages): Promise<Page> {
  const page = pages.open();
  await pages.connected(page);
  page.session.start();
  await pages.until(() => page.view.phase === 'running' || page.view.notice !== null, 60);
  expect([page.view.phase, page.view.notice]).toEqual(['running', null]);
  expect(await pages.until(() => pages.highest > 40, 120)).toBe(true);
  return page;
}

describe.each(['hub', 'pair'] as const)('a page with a %s', (kind) => {
  it('that is reloaded after a session starts the next one', async () => {
    const pages = new Pages(kind);
    const before = await pages.running();
    before.session.stop();
    expect(await pages.until(() => before.view.phase === 'ended' && pages.highest < 20, 20)).toBe(true);
    before.kill();
    await startAgain(pages);
  });

  it('that is reloaded as soon as it has control starts', async () => {
    const pages = new Pages(kind);
    // Storage is slow here, so the page is gone before its session is stored.
    pages.storage.delay = 10_000;
    const before = pages.open();
    await pages.connected(before);
    before.session.start();
    expect(await pages.until(() => pages.status().holder !== 0, 10)).toBe(true);
    await pages.pass(0.2);
    before.kill();
    await startAgain(pages);
  });

  it('that cannot read the stored token asks as a stranger', async () => {
    const pages = new Pages(kind);
    const before = await pages.running();
    before.session.stop();
    expect(await pages.until(() => before.view.phase === 'ended', 20)).toBe(true);
    before.kill();
    const { storage } = pages;
    const page = pages.open({
      recall: () => storage.recall(),
      keep: (session) => storage.keep(session),
      forget: () => storage.forget(),
      tokens: { recall: () => new Promise(() => undefined), keep: () => Promise.resolve() },
    });
    await pages.connected(page);
    page.session.start();
    await pages.until(() => page.view.notice !== null, 10);
    expect(page.view.notice).toMatchObject({ kind: 'heldByAnother' });
  });
});
