/**
 * The computer sleeps while a session runs. After it wakes up, the page shows nothing old as current, and finds
 * out what happened to the session.
 */

import { describe, expect, it } from 'vitest';
import { runs } from '../../seed.ts';
import { type Page, Pages } from './pages.ts';

/** Whether the page marks the boots' state and pressures as old, or shows that the link is lost. */
const isMarked = ({ view }: Page): boolean =>
  view.link !== 'connected' || (view.stateOld && view.oldLegs.length === view.boots?.sides.length);

/**
 * While a computer sleeps, the page's clock stands still or goes on, depending on the system. `npm test` tries
 * each on one kind of boots, PROOF=1 on both kinds.
 */
const cases = [
  ['hub', 'stands'],
  ['pair', 'goesOn'],
  ...(runs(0, 1) > 0
    ? ([
        ['hub', 'goesOn'],
        ['pair', 'stands'],
      ] as const)
    : []),
] as const;

describe.each(cases)('a page with a %s on a computer whose clock, while it sleeps, %s', (kind, clock) => {
  it('shows nothing old as current, and finds the session in the state in which the boots are', async () => {
    const pages = new Pages(kind);
    const page = await pages.running(20);
    await page.sleep(600, clock);
    // By then, the page has looked at the boots once.
    await pages.pass(0.6);
    expect(isMarked(page)).toBe(true);
    expect(await pages.until(() => page.view.link === 'connected' && !isMarked(page), 40)).toBe(true);
    const isRunning = pages.status().therapy === 'running';
    expect(page.view.phase).toBe(isRunning ? 'running' : 'ended');
    if (!isRunning) expect(['ranDry', 'alone', 'stoppedAsPair']).toContain(page.view.ended);
    expect(pages.highest < 20 || isRunning).toBe(true);
    page.session.stop();
    expect(await pages.until(() => pages.highest < 20, 8)).toBe(true);
    expect(await pages.until(() => page.view.phase === 'ended', 10)).toBe(true);
  });

  it('goes on after a short sleep, and every cycle is played', async () => {
    const pages = new Pages(kind);
    const page = await pages.running(4);
    await page.sleep(20, clock);
    expect(await pages.until(() => page.view.phase === 'ended', 600)).toBe(true);
    expect(page.view.ended).toBe('finished');
    expect(page.view.progress?.completed).toBe(page.view.progress?.cycles);
  });

  it('says after a long sleep in a pause that the pause has ended the session', async () => {
    const pages = new Pages(kind);
    const page = await pages.running(10);
    page.session.pause();
    expect(await pages.until(() => page.view.phase === 'paused', 10)).toBe(true);
    await page.sleep(660, clock);
    await pages.pass(0.6);
    expect(isMarked(page)).toBe(true);
    expect(await pages.until(() => page.view.phase === 'ended', 60)).toBe(true);
    expect(['pausedTooLong', 'alone']).toContain(page.view.ended);
  });
});
