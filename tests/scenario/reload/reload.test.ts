/** During a session, the page is closed, and another page opens. Checks the true pressures and what the page shows. */

import { describe, expect, it } from 'vitest';
import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { Pages } from './pages.ts';

const gone = 5;

describe.each(['hub', 'pair'] as const)('a session on a %s whose page is closed', (kind) => {
  it('goes on to its end under the next page, and every cycle is played', async () => {
    const pages = new Pages(kind);
    const before = await pages.running(4);
    await pages.pass(40);
    const shown = before.view;
    before.kill();
    await pages.pass(gone);

    const page = pages.open();
    await pages.connected(page);
    expect(page.view.phase).toBe('running');
    await pages.pass(2);
    const { view } = page;
    expect(view.program).toEqual(shown.program);
    expect(view.settings).toEqual(shown.settings);
    expect(view.progress?.cycles).toBe(shown.progress?.cycles);
    const left = (shown.progress?.left ?? 0) - (view.progress?.left ?? 0);
    expect(left).toBeGreaterThan(gone);
    expect(left).toBeLessThan(gone + 6);
    expect(await pages.until(() => page.view.phase === 'ended', 900)).toBe(true);
    expect(page.view.ended).toBe('finished');
    expect(page.view.progress?.completed).toBe(page.view.progress?.cycles);
    expect(page.notices).toEqual([]);
    expect(pages.storage.stored).toBeNull();
  });

  it('can be paused, changed and stopped from the next page', async () => {
    const pages = new Pages(kind);
    const before = await pages.running(8);
    before.kill();
    await pages.pass(gone);
    const page = pages.open();
    await pages.connected(page);
    page.session.setIntensity(mmhg(30));
    await pages.pass(60);
    expect(pages.highest).toBeLessThan(36);
    page.session.pause();
    expect(await pages.until(() => page.view.phase === 'paused', 10)).toBe(true);
    expect(await pages.until(() => pages.highest < 20, 10)).toBe(true);
    await pages.pass(3);
    page.session.resume();
    expect(await pages.until(() => pages.highest > 22, 90)).toBe(true);
    expect(page.view.phase).toBe('running');
    page.session.stop();
    expect(await pages.until(() => page.view.phase === 'ended', 10)).toBe(true);
    expect(await pages.until(() => pages.highest < 20, 7)).toBe(true);
    expect(page.view.ended).toBe('stoppedByController');
    expect(pages.storage.stored).toBeNull();
  });

  it("is lowered to the person's own limit, also if that was set on the next page", async () => {
    const pages = new Pages(kind);
    const before = await pages.running(8);
    before.kill();
    await pages.pass(gone);
    const page = pages.open();
    page.session.setOwnLimits({ highest: mmhg(30), alone: seconds(30) });
    await pages.connected(page);
    expect(page.view).toMatchObject({ phase: 'running', intensity: 30 });
    await pages.pass(10);
    expect(await pages.until(() => pages.highest > 36, 60)).toBe(false);
    expect(await pages.until(() => pages.highest > 26, 60)).toBe(true);
    expect(page.view.phase).toBe('running');
  });

  it('that began within a person’s own limits goes on under a page with other limits', async () => {
    const pages = new Pages(kind);
    const before = await pages.running(8, undefined, { highest: mmhg(45), alone: seconds(30) });
    expect(pages.highest).toBeLessThan(50);
    before.kill();
    await pages.pass(gone);
    const page = pages.open();
    await pages.connected(page);
    expect(page.view).toMatchObject({ phase: 'running', intensity: 45, boots: { highest: 45 } });
    await pages.pass(60);
    expect(page.view.phase).toBe('running');
    expect(page.notices).toEqual([]);
  });

  it('that began with a short time alone is kept alive often enough by a page with a longer one', async () => {
    const pages = new Pages(kind);
    const before = await pages.running(8, undefined, { highest: null, alone: seconds(8) });
    before.kill();
    await pages.pass(2);
    const page = pages.open();
    await pages.connected(page);
    await pages.pass(60);
    expect(page.view).toMatchObject({ phase: 'running', boots: { alone: 8 } });
  });

  it('is found paused at the same position', async () => {
    const pages = new Pages(kind);
    const before = await pages.running(4);
    before.session.pause();
    expect(await pages.until(() => before.view.phase === 'paused', 10)).toBe(true);
    before.kill();
    await pages.pass(gone);
    const page = pages.open();
    await pages.connected(page);
    expect(page.view.phase).toBe('paused');
    await pages.pass(3);
    page.session.resume();
    expect(await pages.until(() => pages.highest > 30, 90)).toBe(true);
    expect(await pages.until(() => page.view.phase === 'ended', 900)).toBe(true);
    expect(page.view.ended).toBe('finished');
  });

  it('is stopped by the next page if Stop was pressed and did not arrive', async () => {
    const pages = new Pages(kind);
    const before = await pages.running(4);
    // The page's Stop is lost with its link, but the page has stored that Stop was pressed.
    before.loseLink();
    before.session.stop();
    await pages.pass(0.1);
    before.kill();
    expect(pages.storage.stored).toMatchObject({ stage: 'stopping' });
    await pages.pass(gone);
    expect(pages.highest).toBeGreaterThan(15);
    const page = pages.open();
    await pages.connected(page);
    expect(await pages.until(() => pages.highest < 20, 8)).toBe(true);
    expect(await pages.until(() => page.view.phase === 'ended', 10)).toBe(true);
  });
});
