import { Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { keepScreenOn } from '../../../../src/app/session/wake-lock.ts';

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function screen(isRefusing = false) {
  let refuses = isRefusing;
  const locks: { released: boolean; release(): Promise<void> }[] = [];
  let visible = true;
  let changed: () => void = () => undefined;
  return {
    locks,
    held: () => locks.filter(({ released }) => !released).length,
    grant() {
      refuses = false;
    },
    show(next: boolean) {
      visible = next;
      if (!visible) for (const lock of locks) lock.released = true;
      changed();
    },
    of: {
      wakeLock: {
        async request() {
          if (refuses || !visible) throw new DOMException('no', 'NotAllowedError');
          const lock = {
            released: false,
            release: async () => {
              lock.released = true;
            },
          };
          locks.push(lock);
          return lock;
        },
      },
      isVisible: () => visible,
      onVisibility: (listener: () => void) => {
        changed = listener;
      },
    },
  };
}

describe('the screen', () => {
  it('stays on only while it is wanted', async () => {
    const { of, held, locks } = screen();
    const wanted = new Subject<boolean>();
    keepScreenOn(of, wanted);
    for (const on of [false, true, true]) wanted.next(on);
    await settle();
    expect(held()).toBe(1);
    expect(locks).toHaveLength(1);
    wanted.next(false);
    await settle();
    expect(held()).toBe(0);
  });

  it('stays on again after the page was hidden', async () => {
    const { of, held, show } = screen();
    const wanted = new Subject<boolean>();
    keepScreenOn(of, wanted);
    wanted.next(true);
    await settle();
    show(false);
    await settle();
    expect(held()).toBe(0);
    show(true);
    await settle();
    expect(held()).toBe(1);
  });

  it('is let go if it is no longer wanted when the request succeeds', async () => {
    const { of, held } = screen();
    const wanted = new Subject<boolean>();
    keepScreenOn(of, wanted);
    wanted.next(true);
    wanted.next(false);
    await settle();
    await settle();
    expect(held()).toBe(0);
  });

  it('may go dark without an error if the browser refuses the lock, and stays on once it grants one', async () => {
    const { of, held, grant } = screen(true);
    const wanted = new Subject<boolean>();
    keepScreenOn(of, wanted);
    wanted.next(true);
    await settle();
    expect(held()).toBe(0);
    grant();
    for (const on of [false, true]) wanted.next(on);
    await settle();
    expect(held()).toBe(1);
  });

  it('may go dark without an error if the browser has no lock', async () => {
    const wanted = new Subject<boolean>();
    keepScreenOn({ ...screen().of, wakeLock: undefined }, wanted);
    expect(() => {
      for (const on of [true, false]) wanted.next(on);
    }).not.toThrow();
    // A rejected promise that stays unhandled would fail the test run.
    await settle();
  });
});
