import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../../../firmware-protocol/quantities.ts';
import { TabLock } from '../../../../src/app/session/tab-lock.ts';
import { VirtualClock } from '../../../../src/clock/virtual-clock.ts';
import { browserTabs } from '../../../tabs-of-one-browser.ts';

function browser() {
  const clock = new VirtualClock();
  const openTab = browserTabs();
  const open = () => {
    const tab = openTab();
    const lock = new TabLock(tab, clock);
    let lost = 0;
    lock.lost.subscribe(() => lost++);
    return { lock, lost: () => lost, hang: tab.hang };
  };
  /** Advances the clock, by at most 5 s, until the promise has resolved. */
  const answerOf = async (asked: Promise<boolean>): Promise<boolean> => {
    let answer: boolean | null = null;
    void asked.then((value) => {
      answer = value;
    });
    await clock.runUntil(() => answer !== null, milliseconds(5000));
    if (answer === null) throw new Error('no answer');
    return answer;
  };
  return { open, answerOf };
}

describe('of two tabs', () => {
  it('the first holds the lock, and the other cannot take it while the first answers', async () => {
    const { open, answerOf } = browser();
    const [one, other] = [open(), open()];
    expect(await answerOf(one.lock.take())).toBe(true);
    expect(await answerOf(one.lock.take())).toBe(true);
    expect(await one.lock.isElsewhere()).toBe(false);
    expect(await other.lock.isElsewhere()).toBe(true);
    expect(await answerOf(other.lock.takeIfFree())).toBe(false);
    expect(await answerOf(other.lock.take())).toBe(false);
    expect([one.lost(), other.lock.isHeld]).toEqual([0, false]);
  });

  it('the other takes the lock from one that hangs, which learns that it lost it', async () => {
    const { open, answerOf } = browser();
    const [one, other] = [open(), open()];
    await answerOf(one.lock.take());
    one.hang();
    expect(await answerOf(other.lock.takeIfFree())).toBe(false);
    expect(await answerOf(other.lock.take())).toBe(true);
    await Promise.resolve();
    expect([one.lost(), one.lock.isHeld, other.lock.isHeld]).toEqual([1, false, true]);
  });

  it('either can take the lock once it is released', async () => {
    const { open, answerOf } = browser();
    const [one, other] = [open(), open()];
    await answerOf(one.lock.take());
    one.lock.release();
    await Promise.resolve();
    expect(await answerOf(other.lock.takeIfFree())).toBe(true);
    expect(one.lost()).toBe(0);
  });
});

it('in a browser without Web Locks each tab may use the session', async () => {
  const channel = { postMessage: () => {}, addEventListener: () => {}, removeEventListener: () => {} };
  const lock = new TabLock({ locks: undefined, channel }, new VirtualClock());
  expect(await lock.take()).toBe(true);
  expect(await lock.isElsewhere()).toBe(false);
});
