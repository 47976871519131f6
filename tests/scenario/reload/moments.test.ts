/**
 * The page is closed at bad moments: during a change, while the boots prepare, or for longer than they may play
 * alone.
 */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { runs } from '../../seed.ts';
import { Pages } from './pages.ts';

describe('a page that is closed', () => {
  it.each(['hub', 'pair'] as const)(
    'just after any change: the next page finishes the session on a %s without a gap, and never above the intensity that was set',
    async (kind) => {
      const moment = fc.record({
        // `after`: time from the change until the page is closed, ms. `into`: time from the squeeze to the change, s. `delay`: how long
        // storage takes to write, ms.
        after: fc.integer({ min: 0, max: 1500 }),
        into: fc.integer({ min: 0, max: 40 }),
        change: fc.constantFrom('less', 'more', 'shorter', 'none'),
        delay: fc.integer({ min: 0, max: 100 }),
      });
      await fc.assert(
        fc.asyncProperty(moment, async ({ after, into, change, delay }) => {
          const pages = new Pages(kind);
          pages.storage.delay = delay;
          const before = await pages.running(4);
          await pages.pass(into);
          if (change === 'less') before.session.setIntensity(mmhg(30));
          if (change === 'more') before.session.setIntensity(mmhg(60));
          if (change === 'shorter') before.session.setMinutes(3);
          await pages.pass(after / 1000);
          before.kill();
          await pages.pass(4);
          const page = pages.open();
          await pages.connected(page);
          await pages.pass(3);
          expect(page.view.phase).toBe('running');
          const { intensity, minutes } = page.view;
          if (change === 'less') expect(intensity).toBe(30);
          if (change === 'shorter') expect(minutes).toBe(3);
          if (change === 'less') {
            await pages.pass(40);
            expect(pages.highest).toBeLessThan(36);
          }
          expect(await pages.until(() => page.view.phase === 'ended', 600)).toBe(true);
          expect(page.view.ended).toBe('finished');
          expect(page.notices).toEqual([]);
        }),
        { numRuns: runs(1, 30) },
      );
    },
    300_000,
  );

  it.each(['hub', 'pair'] as const)(
    'for longer than a %s may play alone: the next page finds the session ended, and says how it ended',
    async (kind) => {
      const pages = new Pages(kind, { firmware: { longestAllowance: seconds(30) } });
      const before = await pages.running(10);
      before.kill();
      await pages.pass(120);
      expect(pages.highest).toBeLessThan(20);
      const page = pages.open();
      await pages.connected(page);
      await pages.pass(1);
      expect(page.view.phase).toBe('ended');
      expect(page.view.ended).toBe('alone');
      expect(page.view.program).toMatchObject({ name: before.view.program.name });
      expect(pages.storage.stored).toBeNull();
      expect(await pages.until(() => page.view.startable.kind === 'yes', 20)).toBe(true);
    },
  );

  it('until the session is over: the next page finds it finished, with its cycles', async () => {
    const pages = new Pages('hub');
    const before = await pages.running(3);
    before.kill();
    await pages.pass(300);
    const page = pages.open();
    await pages.connected(page);
    await pages.pass(1);
    expect(page.view.ended).toBe('finished');
    expect(page.view.progress?.completed).toBe(page.view.progress?.cycles);
  });

  it('while the boots prepare: the start is cancelled, and the next page stops the boots', async () => {
    const pages = new Pages('hub');
    const before = pages.open();
    await pages.connected(before);
    before.session.start();
    expect(await pages.until(() => before.view.phase === 'preparing', 5)).toBe(true);
    await pages.pass(1.2);
    before.kill();
    await pages.pass(2);
    const page = pages.open();
    await pages.connected(page);
    expect(page.notices).toContain('notBegun');
    expect(await pages.until(() => page.view.startable.kind === 'yes', 30)).toBe(true);
    expect(pages.highest).toBeLessThan(5);
    page.session.start();
    expect(await pages.until(() => pages.highest > 40, 120)).toBe(true);
  });

  it('while another controller takes the boots: the next page only watches them', async () => {
    const pages = new Pages('hub');
    const before = await pages.running(10);
    const kept = pages.storage.stored as { token: number };
    before.kill();
    kept.token = (kept.token ^ 0x1234) >>> 0;
    const page = pages.open();
    await pages.connected(page);
    await pages.pass(2);
    expect(page.view.phase).toBe('found');
    page.session.stop();
    expect(await pages.until(() => pages.highest < 20, 8)).toBe(true);
  });

  it('and whose stored script is changed meanwhile: the next page never sends anything that breaks the limits', async () => {
    const pages = new Pages('hub');
    const before = await pages.running(10);
    const kept = pages.storage.stored as { plan: { script: { keyframes: { targets: unknown[] }[] } } };
    before.kill();
    for (const keyframe of kept.plan.script.keyframes) {
      keyframe.targets = keyframe.targets.map((target) => (typeof target === 'number' ? 98 : target));
    }
    const page = pages.open();
    await pages.connected(page);
    await pages.pass(2);
    expect(page.view.phase).toBe('found');
  });
});

describe('a pair whose boots are brought back one after the other', () => {
  it('is only watched with one boot, and goes on with both', async () => {
    const pages = new Pages('pair');
    const before = await pages.running(4);
    before.kill();
    await pages.pass(2);
    pages.chosenAtOnce = 1;
    const page = pages.open();
    await pages.connected(page);
    expect(page.view.phase).toBe('found');
    expect(page.view.boots?.missing).toBe('right');
    await pages.pass(2);
    page.session.addOther();
    expect(await pages.until(() => page.view.phase === 'running', 15)).toBe(true);
    expect(await pages.until(() => page.view.phase === 'ended', 600)).toBe(true);
    expect(page.view.ended).toBe('finished');
  });
});

describe('storage that rejects, although it must not', () => {
  it('delays neither connecting, nor a session, nor its Stop', async () => {
    const pages = new Pages('hub');
    const page = pages.open({
      recall: () => Promise.reject(new Error('a bug')),
      keep: () => Promise.reject(new Error('a bug')),
      forget: () => {},
    });
    await pages.connected(page);
    page.session.start();
    expect(await pages.until(() => pages.highest > 40, 120)).toBe(true);
    page.session.stop();
    expect(await pages.until(() => pages.highest < 20, 9)).toBe(true);
  });
});

describe('storage that is slow', () => {
  it('delays a start for a moment at most', async () => {
    const pages = new Pages('hub');
    pages.storage.delay = 60_000;
    const page = await pages.running(4);
    expect(await pages.until(() => page.view.phase === 'ended', 600)).toBe(true);
    expect(page.view.ended).toBe('finished');
  });

  it('delays a Pause by one write, however many follow while a slider moves', async () => {
    const pages = new Pages('hub');
    const page = await pages.running(4);
    pages.storage.delay = 200;
    page.session.pause();
    for (let moved = 0; moved < 8; moved++) {
      page.session.setIntensity(mmhg(40 + moved));
      await pages.pass(0.1);
    }
    expect(pages.status().therapy).toBe('paused');
  });

  it('delays no Stop', async () => {
    const pages = new Pages('hub');
    const page = await pages.running(4);
    pages.storage.delay = 60_000;
    page.session.setIntensity(mmhg(40));
    const before = pages.clock.now();
    page.session.stop();
    expect(await pages.until(() => page.view.phase === 'ended', 5)).toBe(true);
    expect(pages.clock.now() - before).toBeLessThan(1500);
  });
});

describe('what a command is about to change', () => {
  it('is stored before the command is sent', async () => {
    const pages = new Pages('hub');
    pages.storage.delay = 200;
    const page = pages.open();
    await pages.connected(page);
    page.session.start();
    expect(await pages.until(() => pages.status().operation === 'preparing', 10)).toBe(true);
    expect(pages.storage.stored).toMatchObject({ stage: 'preparing' });
  });
});
