/**
 * A clock whose timers live in a worker. Measured in Chromium 156: in a hidden tab a page timer fires up to 60 s late (1 s while a GATT
 * connection is open, which nothing promises), a worker's timer 5 ms. What falls due is still only a reason to look at the time.
 */

import { instant } from '../../firmware-protocol/quantities.ts';
import type { Clock } from './clock.ts';
import type { TickerRequest } from './ticker.ts';
import tickerUrl from './ticker.ts?worker&url';

/** What lib.dom does not have yet: the part of Trusted Types that naming one script needs. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): URL };
}

/** The one script a page may start as a worker; the policy is named in the Content-Security-Policy. */
function trustedTickerUrl(): string | URL {
  const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  const policy = trustedTypes?.createPolicy('heartward-ticker', { createScriptURL: () => tickerUrl });
  return policy?.createScriptURL(tickerUrl) ?? tickerUrl;
}

/** Call once a page: the worker lives as long as the page does. */
export function startWorkerClock(): Clock {
  const worker = new Worker(trustedTickerUrl(), { type: 'module' });
  const waiting = new Map<number, () => void>();
  let last = 0;
  const ask = (request: TickerRequest): void => worker.postMessage(request);
  worker.addEventListener('message', ({ data }: MessageEvent<number>) => {
    const work = waiting.get(data);
    waiting.delete(data);
    work?.();
  });
  return {
    now: () => instant(performance.now()),
    after(delay, work) {
      const id = ++last;
      waiting.set(id, work);
      ask({ id, delay: Math.max(0, delay) });
      return () => {
        if (waiting.delete(id)) ask({ cancel: id });
      };
    },
  };
}
