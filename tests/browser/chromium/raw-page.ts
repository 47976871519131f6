/** Drives one page over the DevTools protocol without Playwright, and records what goes wrong in the page. */

import type { DevtoolsPipe } from './devtools-pipe.ts';
import type { Trouble } from './troubles.ts';

interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: {
    readonly text: string;
    readonly exception?: { readonly description?: string };
  };
}

export class RawPage {
  readonly troubles: Trouble[] = [];
  readonly sessionId: string;
  readonly #pipe: DevtoolsPipe;

  constructor(pipe: DevtoolsPipe, sessionId: string) {
    this.#pipe = pipe;
    this.sessionId = sessionId;
    pipe.on('Runtime.exceptionThrown', sessionId, ({ exceptionDetails }) => {
      const { text, exception } = exceptionDetails as NonNullable<Evaluated['exceptionDetails']>;
      this.troubles.push({ kind: 'exception', what: exception?.description ?? text });
    });
    pipe.on('Runtime.consoleAPICalled', sessionId, ({ type, args }) => {
      if (type === 'error') this.troubles.push({ kind: 'console', what: JSON.stringify(args) });
    });
    pipe.on('Log.entryAdded', sessionId, ({ entry }) => {
      const { level, text } = entry as { level: string; text: string };
      if (level === 'error') this.troubles.push({ kind: 'console', what: text });
    });
  }

  /** @param before a script that runs in the page before the page's own scripts */
  async open(url: string, before?: string): Promise<void> {
    await this.#send('Runtime.enable');
    await this.#send('Log.enable');
    await this.#send('Page.enable');
    if (before !== undefined) await this.#send('Page.addScriptToEvaluateOnNewDocument', { source: before });
    const loaded = new Promise<void>((resolve) => {
      this.#pipe.on('Page.loadEventFired', this.sessionId, () => resolve());
    });
    await this.#send('Page.navigate', { url });
    await loaded;
  }

  /**
   * Evaluates an expression in the page and awaits its value, which must be JSON. Throws what the expression
   * throws.
   */
  async evaluate(expression: string): Promise<unknown> {
    const answer = await this.#send('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
    });
    const { result, exceptionDetails } = answer as unknown as Evaluated;
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Waits until the expression is true in the page. Throws after `atMost` ms. */
  async until(expression: string, atMost = 10_000): Promise<void> {
    const end = performance.now() + atMost;
    while (!(await this.evaluate(`Boolean(${expression})`))) {
      if (performance.now() > end) throw new Error(`Never became true in the page: ${expression}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /**
   * Scrolls an element into view and clicks its middle with mouse events of the browser. @param element a
   * JavaScript expression for the element
   */
  async click(element: string): Promise<void> {
    const point = (await this.evaluate(`(() => {
      const element = ${element};
      if (!element) return null;
      element.scrollIntoView({ block: 'center' });
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    })()`)) as { x: number; y: number } | null;
    if (!point) throw new Error(`Nothing to click: ${element}`);
    for (const type of ['mousePressed', 'mouseReleased']) {
      await this.#send('Input.dispatchMouseEvent', { type, ...point, button: 'left', clickCount: 1 });
    }
  }

  /**
   * Reloads the page, and confirms if the browser asks whether to leave. The script given to `open` as `before`
   * runs again.
   */
  async reload(): Promise<void> {
    this.#pipe.on('Page.javascriptDialogOpening', this.sessionId, () => {
      // If this fails, the page has gone, and the test fails at its next step.
      this.#send('Page.handleJavaScriptDialog', { accept: true }).catch(() => undefined);
    });
    const loaded = new Promise<void>((resolve) => {
      this.#pipe.on('Page.loadEventFired', this.sessionId, () => resolve());
    });
    await this.#send('Page.reload');
    await loaded;
  }

  /** Presses a key that types no text, with key events of the browser. */
  async press(key: 'Escape' | 'ArrowLeft' | 'ArrowRight'): Promise<void> {
    const virtualKeys = { Escape: 27, ArrowLeft: 37, ArrowRight: 39 };
    for (const type of ['rawKeyDown', 'keyUp']) {
      await this.#send('Input.dispatchKeyEvent', {
        type,
        key,
        code: key,
        windowsVirtualKeyCode: virtualKeys[key],
      });
    }
  }

  #send(method: string, params: object = {}): Promise<Record<string, unknown>> {
    return this.#pipe.send(method, params, this.sessionId);
  }
}
