import { describe, expect, it } from 'vitest';
import { atHandValue, KeptAtHand } from '../../../../src/app/kept/at-hand.ts';
import { restingView } from '../../../../src/app/session/resting-view.ts';
import type { Phase } from '../../../../src/session/view.ts';
import { openStore } from '../../../../src/store/store.ts';

const nowhere = { indexedDB: undefined, IDBKeyRange: undefined };
const opened = async () => (await openStore(nowhere, () => 0)).value(atHandValue);

describe('what a user wants first', () => {
  const seen = (kept: KeptAtHand, ...phases: readonly Phase[]): void => {
    for (const phase of phases) kept.seen({ phase, program: restingView.program });
  };

  it('is what was marked, newest first, and what ran to an end', async () => {
    const kept = new KeptAtHand(opened);
    kept.favour('a', true);
    kept.favour('b', true);
    kept.favour('a', true);
    seen(kept, 'preparing', 'running', 'ended', 'ended');
    seen(kept, 'preparing', 'ended');
    expect(kept.now.value).toEqual({ favourites: ['a', 'b'], recent: [restingView.program.id] });
    kept.favour('a', false);
    expect(kept.now.value.favourites).toEqual(['b']);
  });

  it('lasts as long as the page where nothing can be kept', async () => {
    const kept = new KeptAtHand(() => Promise.reject(new Error('no storage')));
    kept.favour('a', true);
    await Promise.resolve();
    expect(kept.now.value.favourites).toEqual(['a']);
  });
});
