/**
 * `watchForTroubles` notices each kind of trouble. If it did not, the other browser tests would pass in spite of
 * trouble.
 */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Launched, launchWithPlaywright } from '../chromium/launch.ts';
import { launchRaw } from '../chromium/launch-raw.ts';
import type { Trouble } from '../chromium/troubles.ts';
import { type AppServer, servePage } from '../serving/app-server.ts';

const head = '<!doctype html><html lang="en"><title>t</title><link rel="icon" href="data:,">';
const strict = `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src data:; script-src 'self'">`;

let open: AppServer;
let closed: AppServer;

beforeAll(async () => {
  [open, closed] = await Promise.all([
    servePage(head),
    servePage(head.replace('<title>', `${strict}<title>`)),
  ]);
});
afterAll(async () => {
  await Promise.all([open.end(), closed.end()]);
});

/** Runs a script in a page and waits until trouble of this kind is noticed. */
const expectNoticed = async (server: AppServer, script: string, kind: Trouble['kind']): Promise<void> => {
  let launched: Launched | undefined;
  try {
    launched = await launchWithPlaywright({ url: server.url });
    const { page, troubles } = launched;
    expect(troubles).toEqual([]);
    await page.evaluate(script);
    await expect.poll(() => troubles.map((trouble) => trouble.kind)).toContain(kind);
  } finally {
    await launched?.end();
  }
};

test.each<{ what: string; script: string; kind: Trouble['kind'] }>([
  { what: 'an error on the console', script: `console.error('no')`, kind: 'console' },
  { what: 'an exception', script: `setTimeout(() => { throw new Error('no') }), 0`, kind: 'exception' },
  { what: 'an unhandled rejection', script: `void Promise.reject(new Error('no'))`, kind: 'rejection' },
  {
    what: 'a request elsewhere',
    script: `fetch('http://127.0.0.1:9/').catch(() => 0), 0`,
    kind: 'request elsewhere',
  },
  {
    what: 'a request elsewhere by a worker',
    script: `new Worker(URL.createObjectURL(new Blob(["fetch('http://127.0.0.1:9/').catch(() => 0)"]))), 0`,
    kind: 'request elsewhere',
  },
])('$what is noticed', ({ script, kind }) => expectNoticed(open, script, kind));

test('a request blocked by the policy is noticed, although it is never sent', () =>
  expectNoticed(closed, `fetch('http://127.0.0.1:9/').catch(() => 0), 0`, 'policy'));

test('a page without Playwright is watched as well', async () => {
  const raw = await launchRaw({ url: open.url, busAddress: 'unix:path=/nonexistent' });
  try {
    await raw.page.evaluate(`console.error('no'), void Promise.reject(new Error('no')), 0`);
    await expect.poll(() => raw.page.troubles.map(({ kind }) => kind)).toEqual(['console', 'exception']);
  } finally {
    await raw.end();
  }
});
