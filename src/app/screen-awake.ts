/** Keeps the screen on. Browsers let go of it whenever the page is hidden, so it is asked for again when the page is seen. */

/** The part of `navigator.wakeLock` that is used. */
export interface WakeLocks {
  request(type: 'screen'): Promise<{ release(): Promise<void> }>;
}

type Seen = Pick<Document, 'visibilityState' | 'addEventListener'>;

/** @param locks null where the browser has none @returns what switches it on and off */
export function screenAwake(locks: WakeLocks | null, page: Seen): (on: boolean) => void {
  if (locks === null) return () => {};
  let wanted = false;
  let held: Promise<{ release(): Promise<void> } | null> | null = null;
  const letGo = (): void => {
    held?.then((lock) => lock?.release()).catch(() => {});
    held = null;
  };
  const look = (): void => {
    if (!wanted || page.visibilityState !== 'visible') return;
    // Refused with a low battery, say: the screen then goes dark as always.
    held = locks.request('screen').catch(() => null);
  };
  page.addEventListener('visibilitychange', () => {
    letGo();
    look();
  });
  return (on) => {
    if (on === wanted) return;
    wanted = on;
    letGo();
    look();
  };
}
