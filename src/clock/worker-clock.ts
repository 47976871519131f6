/**
 * A clock whose timers run in a worker. Measured in a hidden tab of Chromium 156: a page's timer fires up to 60 s late (1 s while a GATT
 * connection is open, but no standard guarantees that), a worker's timer 5 ms late.
 */

import { instant } from '../../firmware-protocol/quantities.ts';
import type { Clock } from './clock.ts';
import { sharedTimer } from './shared-timer.ts';
import tickerUrl from './ticker.ts?worker&url';

/** The part of Trusted Types that this file needs and that lib.dom lacks. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): URL };
}

/** The URL of ticker.ts, made by the Trusted Types policy that the Content-Security-Policy names. */
function trustedTickerUrl(): string | URL {
  const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  const policy = trustedTypes?.createPolicy('heartward-ticker', { createScriptURL: () => tickerUrl });
  return policy?.createScriptURL(tickerUrl) ?? tickerUrl;
}

/** Call once per page: the worker lives as long as the page. */
export function startWorkerClock(): Clock {
  const worker = new Worker(trustedTickerUrl(), { type: 'module' });
  const timer = sharedTimer(
    () => instant(performance.now()),
    (delay) => worker.postMessage(delay),
  );
  worker.addEventListener('message', timer.fired);
  return timer.clock;
}
