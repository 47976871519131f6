/**
 * A second tab takes a session over from a tab that hangs, with the same token. The first tab wakes up, and
 * leaves the session to the second.
 */

import { Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../firmware-protocol/quantities.ts';
import type { SessionMemory } from '../../../src/session/memory/remembered.ts';
import { Pages } from './pages.ts';

/** A tab with a running session. `lost` tells it that another tab has taken the session over. */
async function hanging(kind: 'hub' | 'pair') {
  const pages = new Pages(kind);
  const lost = new Subject<void>();
  const { storage } = pages;
  const memory: SessionMemory = {
    recall: () => storage.recall(),
    keep: (session) => storage.keep(session),
    forget: () => storage.forget(),
    lost,
  };
  return { pages, hung: await pages.running(4, memory), lost };
}

describe.each(['hub', 'pair'] as const)('a tab of a session on a %s that was taken over', (kind) => {
  it('watches and can stop, but changes nothing else; the other tab plays the session to its end', async () => {
    const { pages, hung, lost } = await hanging(kind);
    const { storage } = pages;
    // The first tab wakes up, and learns that another tab has the session.
    lost.next();
    const kept = storage.stored;
    await pages.pass(1);
    expect(hung.view.phase).toBe('found');
    expect(hung.notices).toContain('otherTab');
    expect(storage.stored).toBe(kept);

    const other = pages.open();
    await pages.connected(other);
    expect(other.view.phase).toBe('running');
    hung.session.setIntensity(mmhg(80));
    hung.session.pause();
    await pages.pass(5);
    expect(pages.status().therapy).toBe('running');
    expect(await pages.until(() => other.view.phase === 'ended', 600)).toBe(true);
    expect(other.view.ended).toBe('finished');
    expect(other.notices).toEqual([]);
  });

  it('stores nothing and removes nothing any more, even while it is stopping', async () => {
    const { pages, hung, lost } = await hanging(kind);
    const { storage } = pages;
    hung.session.stop();
    lost.next();
    await pages.pass(0.1);
    const ofTheOther = structuredClone(storage.stored);
    storage.stored = ofTheOther;
    expect(hung.view.phase).toBe('stopping');
    expect(await pages.until(() => hung.view.phase === 'ended', 20)).toBe(true);
    await pages.pass(1);
    expect(storage.stored).toBe(ofTheOther);
  });

  it('stops the boots for both', async () => {
    const { pages, hung, lost } = await hanging(kind);
    lost.next();
    const other = pages.open();
    await pages.connected(other);
    hung.session.stop();
    expect(await pages.until(() => pages.highest < 20, 7)).toBe(true);
    expect(await pages.until(() => other.view.phase === 'ended', 10)).toBe(true);
    expect(other.view.ended).toMatch(/stopped/);
  });
});
