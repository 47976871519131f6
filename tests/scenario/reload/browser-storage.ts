import { safeParse } from 'valibot';
import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import { storedControlTokens } from '../../../src/app/device-storage/session/control-tokens.ts';
import { runningSession } from '../../../src/app/device-storage/session/running-session.ts';
import type { Clock } from '../../../src/clock/clock.ts';
import type { Remembered, SessionMemory } from '../../../src/session/memory/remembered.ts';

/** A page's storage. What it returns is a copy in the form in which a browser stores it. */
export class BrowserStorage implements SessionMemory {
  stored: unknown = null;
  /** How long a write takes, ms. */
  delay = 5;
  writes = 0;
  readonly #texts = new Map<string, string>();
  readonly local = {
    getItem: (key: string): string | null => this.#texts.get(key) ?? null,
    setItem: (key: string, text: string): void => void this.#texts.set(key, text),
  };

  constructor(readonly clock: Clock) {}

  async recall(): Promise<Remembered | null> {
    if (this.stored === null) return null;
    const read = safeParse(runningSession.schema, structuredClone(this.stored));
    if (!read.success)
      throw new Error(
        JSON.stringify(read.issues.map(({ message, path }) => [message, path?.map(({ key }) => key)])),
      );
    return read.output;
  }
  keep(session: Remembered): Promise<void> {
    this.writes++;
    const stored = structuredClone(runningSession.stored(session));
    return new Promise((resolve) => {
      this.clock.after(milliseconds(this.delay), () => {
        this.stored = stored;
        resolve();
      });
    });
  }
  forget(): void {
    this.stored = null;
  }
  readonly tokens = storedControlTokens(this.local, undefined);
}
