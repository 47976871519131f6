/**
 * The DevTools protocol over the browser's file descriptors 3 and 4. Unlike a port, this pipe ends with the
 * test's process.
 */

import type { ChildProcess } from 'node:child_process';
import { Readable, Writable } from 'node:stream';

type Listener = (params: Record<string, unknown>) => void;

interface Waiting {
  resolve(result: Record<string, unknown>): void;
  reject(error: Error): void;
}

interface Incoming {
  readonly id?: number;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly sessionId?: string;
}

export class DevtoolsPipe {
  readonly #to: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Map<string, Listener[]>();
  #lastId = 0;

  /** @param browser a browser that was started with --remote-debugging-pipe, and with pipes at descriptors 3 and 4 */
  constructor(browser: ChildProcess) {
    const to = browser.stdio[3];
    const from = browser.stdio[4];
    if (!(to instanceof Writable) || !(from instanceof Readable))
      throw new Error('The browser has no pipes.');
    this.#to = to;
    to.on('error', () => this.#fail());
    from.on('end', () => this.#fail());
    let rest = Buffer.alloc(0);
    from.on('data', (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk]);
      for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
        this.#receive(JSON.parse(rest.subarray(0, end).toString()) as Incoming);
        rest = rest.subarray(end + 1);
      }
    });
  }

  /**
   * Sends a command. Rejects if the browser refuses the command (with the browser's message), or if the browser
   * has ended.
   */
  send(method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  on(method: string, sessionId: string, listener: Listener): void {
    const key = `${method} ${sessionId}`;
    this.#listeners.set(key, [...(this.#listeners.get(key) ?? []), listener]);
  }

  #receive({ id, result, error, method, params = {}, sessionId = '' }: Incoming): void {
    if (id === undefined) {
      for (const listener of this.#listeners.get(`${method ?? ''} ${sessionId}`) ?? []) listener(params);
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result ?? {});
  }

  #fail(): void {
    for (const waiting of this.#waiting.values()) waiting.reject(new Error('The browser has ended.'));
    this.#waiting.clear();
  }
}
