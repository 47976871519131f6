/**
 * Decides which tab of this browser may use the token of a running session: the tab that holds a Web Lock. A tab that hangs does not answer
 * messages; another tab can then steal the lock, and the tab that hung learns of that once it runs again.
 */

import { Subject } from 'rxjs';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import type { Clock } from '../../clock/clock.ts';

const LOCK_NAME = 'heartward.session';

/** A tab that does not answer within this time counts as hanging. Hidden tabs get messages at once; only their timers are slowed down. */
const ANSWER_TIMEOUT = milliseconds(1500);

export interface Tabs {
  /** Undefined if the browser has no Web Locks: a tab then does not know whether another tab runs a session. */
  readonly locks: Pick<LockManager, 'request' | 'query'> | undefined;
  readonly channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener' | 'removeEventListener'>;
}

export class TabLock {
  readonly lost = new Subject<void>();
  readonly #tabs: Tabs;
  readonly #clock: Clock;
  #release: (() => void) | null = null;

  constructor(tabs: Tabs, clock: Clock) {
    this.#tabs = tabs;
    this.#clock = clock;
    tabs.channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (data === 'who holds it?' && this.isHeld) tabs.channel.postMessage('this tab');
    });
  }

  get isHeld(): boolean {
    return this.#release !== null;
  }

  async isElsewhere(): Promise<boolean> {
    if (this.isHeld || !this.#tabs.locks) return false;
    const { held = [] } = await this.#tabs.locks.query();
    return held.some(({ name }) => name === LOCK_NAME);
  }

  async takeIfFree(): Promise<boolean> {
    return this.isHeld || this.#ask({ ifAvailable: true });
  }

  /** Like `takeIfFree`, but also takes the lock from a tab that hangs. */
  async take(): Promise<boolean> {
    if (await this.takeIfFree()) return true;
    return (await this.#isAnswered()) ? false : this.#ask({ steal: true });
  }

  release(): void {
    this.#release?.();
    this.#release = null;
  }

  #ask(options: LockOptions): Promise<boolean> {
    const { locks } = this.#tabs;
    if (!locks) {
      this.#release = () => undefined;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      locks
        .request(LOCK_NAME, options, (lock) => {
          resolve(lock !== null);
          return lock === null
            ? undefined
            : new Promise<void>((release) => {
                this.#release = release;
              });
        })
        .catch(() => {
          // Another tab has stolen the lock, or it was never granted.
          resolve(false);
          if (!this.isHeld) return;
          this.#release = null;
          this.lost.next();
        });
    });
  }

  #isAnswered(): Promise<boolean> {
    const { channel } = this.#tabs;
    return new Promise((resolve) => {
      const answered = ({ data }: MessageEvent<unknown>): void => {
        if (data === 'this tab') settle(true);
      };
      const settle = (isThere: boolean): void => {
        channel.removeEventListener('message', answered);
        resolve(isThere);
      };
      channel.addEventListener('message', answered);
      channel.postMessage('who holds it?');
      this.#clock.after(ANSWER_TIMEOUT, () => settle(false));
    });
  }
}

export const browsersTabs = (): Tabs => ({
  locks: navigator.locks,
  channel: new BroadcastChannel(LOCK_NAME),
});
