/**
 * Collects what must not happen in a page, such as errors and requests to other origins, for tests to assert that
 * there was none.
 */

import type { BrowserContext, Page } from 'playwright';

export interface Trouble {
  readonly kind: 'console' | 'exception' | 'rejection' | 'request elsewhere' | 'failed request' | 'policy';
  readonly what: string;
}

const BINDING = 'heartwardTrouble';

/**
 * Runs in the page before the page's own scripts. The functions inside are anonymous: esbuild makes a named
 * function call a helper that the page does not have.
 */
const watchInside = (binding: string): void => {
  addEventListener('unhandledrejection', (event) => {
    const report: unknown = Reflect.get(globalThis, binding);
    if (typeof report === 'function') report('rejection', String(event.reason?.stack ?? event.reason));
  });
  document.addEventListener('securitypolicyviolation', (event) => {
    const report: unknown = Reflect.get(globalThis, binding);
    const what = `${event.effectiveDirective}: ${event.blockedURI} ${event.sample} (${event.sourceFile})`;
    if (typeof report === 'function') report('policy', what);
  });
};

const elsewhere = (url: string, home: string): boolean => {
  const { protocol, origin } = new URL(url);
  return protocol !== 'data:' && protocol !== 'blob:' && origin !== home;
};

const watchPage = (page: Page, troubles: Trouble[]): void => {
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push({ kind: 'console', what: message.text() });
  });
  page.on('pageerror', (error) => troubles.push({ kind: 'exception', what: error.stack ?? error.message }));
};

/** Watches all pages of the context. @param home the origin to which requests may go */
export const watchForTroubles = async (
  context: BrowserContext,
  home: string,
): Promise<readonly Trouble[]> => {
  const troubles: Trouble[] = [];
  await context.exposeBinding(BINDING, (_source, kind: Trouble['kind'], what: string) => {
    troubles.push({ kind, what });
  });
  await context.addInitScript(watchInside, BINDING);
  context.on('page', (page) => watchPage(page, troubles));
  context.on('request', (request) => {
    if (elsewhere(request.url(), home)) troubles.push({ kind: 'request elsewhere', what: request.url() });
  });
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? 'failed';
    // Leaving a page aborts its pending requests.
    if (why !== 'net::ERR_ABORTED')
      troubles.push({ kind: 'failed request', what: `${request.url()}: ${why}` });
  });
  return troubles;
};
