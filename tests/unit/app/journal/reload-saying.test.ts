/** What was done before a page loads again is said after it. */

import { describe, expect, it, vi } from 'vitest';
import { reloadSaying, saidBeforeReload } from '../../../../src/app/journal/reload-saying.ts';

function historyOf(state: unknown) {
  return {
    state,
    replaceState(next: unknown) {
      this.state = next;
    },
  };
}

describe('an outcome', () => {
  it.each([
    { kind: 'erasedAll' } as const,
    {
      kind: 'imported',
      restored: { entries: 3, plans: 1, programs: 0, settings: 2 },
      known: 4,
      otherPlans: 0,
    } as const,
  ])('is said once by the page that loads after it: $kind', (outcome) => {
    const history = historyOf(null);
    expect(saidBeforeReload({ history })).toBeNull();
    const reload = vi.fn();
    reloadSaying(outcome, { history, location: { reload } });
    expect(reload).toHaveBeenCalledOnce();
    expect(saidBeforeReload({ history })).toEqual(outcome);
    expect(saidBeforeReload({ history })).toBeNull();
  });

  it('is nothing else that a history entry may hold', () => {
    for (const state of ['imported', { kind: 'imported' }, { kind: 'other' }, 7]) {
      const history = historyOf(state);
      expect(saidBeforeReload({ history })).toBeNull();
      expect(history.state).toBe(state);
    }
  });
});
