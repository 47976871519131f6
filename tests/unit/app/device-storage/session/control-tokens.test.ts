import { describe, expect, it } from 'vitest';
import { storedControlTokens } from '../../../../../src/app/device-storage/session/control-tokens.ts';

const PREFIX = 'heartward.control.';

/** A browser whose tabs share localStorage and Web Locks. */
function browser() {
  const texts = new Map<string, string>();
  const locked = new Map<string, object>();
  const local = {
    getItem: (key: string): string | null => texts.get(key) ?? null,
    setItem: (key: string, text: string): void => void texts.set(key, text),
  };
  const tab = () => {
    const self = {};
    const locks = {
      request: ((name: string, _: LockOptions, granted: (lock: object | null) => unknown) => {
        const holder = locked.get(name);
        if (holder) return Promise.resolve(granted(null));
        locked.set(name, self);
        return Promise.resolve(granted({}));
      }) as LockManager['request'],
    };
    const close = (): void => {
      for (const [name, holder] of locked) if (holder === self) locked.delete(name);
    };
    return { tokens: storedControlTokens(local, locks), close };
  };
  return { texts, tab, local };
}

describe('a stored control token', () => {
  it('is there for the next page, for the boots that granted it', async () => {
    const { tab } = browser();
    const page = tab();
    expect(await page.tokens.recall('A1')).toBe(0);
    await page.tokens.keep('A1', 0xffffffff);
    page.close();
    const next = tab().tokens;
    expect(await next.recall('A1')).toBe(0xffffffff);
    expect(await next.recall('B2')).toBe(0);
  });

  it('is not for another tab, while the tab that uses it is there', async () => {
    const { tab } = browser();
    const first = tab();
    const second = tab();
    await first.tokens.keep('A1', 7);
    expect(await second.tokens.recall('A1')).toBe(0);
    await second.tokens.keep('A1', 8);
    expect(await first.tokens.recall('A1')).toBe(7);
    first.close();
    expect(await second.tokens.recall('A1')).toBe(7);
  });

  it.each(['', 'x', '0', '-1', '1.5', '4294967296', 'Infinity'])(
    'counts %j in storage as none',
    async (text) => {
      const { tab, texts } = browser();
      texts.set(`${PREFIX}A1`, text);
      expect(await tab().tokens.recall('A1')).toBe(0);
    },
  );

  it('is none where storage or locks fail, and nothing rejects', async () => {
    const { local } = browser();
    const fail = (): never => {
      throw new DOMException('switched off', 'SecurityError');
    };
    const closed = storedControlTokens({ getItem: fail, setItem: fail }, undefined);
    await closed.keep('A1', 7);
    expect(await closed.recall('A1')).toBe(0);
    const locks = { request: () => Promise.reject(new DOMException('no', 'SecurityError')) };
    expect(await storedControlTokens(local, locks).recall('A1')).toBe(0);
  });
});
