/** Drives WebKitGTK over the classic WebDriver protocol (plain HTTP), on an X display of its own. */

import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Driver, endOf } from './driver.ts';

const PORT = 47_141;
const DISPLAY = ':141';
const LONGEST_START = 20_000;

async function ask(method: 'POST' | 'DELETE', path: string, body?: object): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${PORT}${path}`, {
    method,
    ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
  });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value).slice(0, 300)}`);
  return value;
}

/** Asks for a session again and again, because the driver takes a moment to start. */
async function newSession(): Promise<{ sessionId: string; capabilities: { browserVersion?: string } }> {
  for (const since = Date.now(); ; await sleep(250)) {
    try {
      const asked = {
        capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { args: ['--automation'] } } },
      };
      return (await ask('POST', '/session', asked)) as Awaited<ReturnType<typeof newSession>>;
    } catch (error) {
      if (!(error instanceof TypeError) || Date.now() - since > LONGEST_START) throw error;
    }
  }
}

export async function webkit(): Promise<Driver> {
  const started: ChildProcess[] = [
    spawn('Xvfb', [DISPLAY, '-screen', '0', '1000x1000x24'], { stdio: 'ignore' }),
    spawn('WebKitWebDriver', [`--port=${PORT}`], { stdio: 'ignore', env: { ...process.env, DISPLAY } }),
  ];
  const end = async (): Promise<void> => {
    for (const child of started.reverse()) await endOf(child);
  };
  const opened = await newSession().catch(async (error: unknown) => {
    await end();
    throw error;
  });
  const session = `/session/${opened.sessionId}`;
  return {
    name: `WebKitGTK ${opened.capabilities.browserVersion ?? ''}`,
    open: async (url) => {
      await ask('POST', `${session}/url`, { url });
    },
    run: (script) => ask('POST', `${session}/execute/sync`, { script, args: [] }),
    press: async (x, y) => {
      const actions = [
        { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y), origin: 'viewport' },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      const pointer = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions };
      await ask('POST', `${session}/actions`, { actions: [pointer] });
    },
    end: async () => {
      await ask('DELETE', session).catch(() => undefined);
      await end();
    },
  };
}
