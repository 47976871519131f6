/**
 * Keeps the screen on during a session or a guide, if the browser can. The browser takes the lock back when the page is hidden, so the lock
 * is requested again when the page is shown.
 */

import { distinctUntilChanged, type Observable } from 'rxjs';

export interface Screen {
  readonly wakeLock: { request(type: 'screen'): Promise<Lock> } | undefined;
  isVisible(): boolean;
  onVisibility(changed: () => void): void;
}

interface Lock {
  readonly released: boolean;
  release(): Promise<void>;
}

export const browsersScreen = (): Screen => ({
  wakeLock: 'wakeLock' in navigator ? navigator.wakeLock : undefined,
  isVisible: () => document.visibilityState === 'visible',
  onVisibility: (changed) => document.addEventListener('visibilitychange', changed),
});

export function keepScreenOn(screen: Screen, wanted: Observable<boolean>): void {
  let isWanted = false;
  let lock: Lock | null = null;
  let asking = false;
  const adjust = async (): Promise<void> => {
    if (asking) return;
    asking = true;
    try {
      if (isWanted && screen.isVisible() && (lock === null || lock.released)) {
        lock = (await screen.wakeLock?.request('screen')) ?? null;
      }
    } catch {
      // The browser refused, for example because the battery is low.
    }
    asking = false;
    if (isWanted || lock === null) return;
    const given = lock;
    lock = null;
    await given.release().catch(() => undefined);
  };
  wanted.pipe(distinctUntilChanged()).subscribe((next) => {
    isWanted = next;
    void adjust();
  });
  screen.onVisibility(() => void adjust());
}
