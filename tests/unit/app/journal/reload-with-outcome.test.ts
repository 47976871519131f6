import { describe, expect, it, vi } from 'vitest';
import { outcomeBeforeReload, reloadWithOutcome } from '../../../../src/app/journal/reload-with-outcome.ts';

function historyOf(state: unknown) {
  return {
    state,
    replaceState(next: unknown) {
      this.state = next;
    },
  };
}

describe('an outcome before a reload', () => {
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
    expect(outcomeBeforeReload({ history })).toBeNull();
    const reload = vi.fn();
    reloadWithOutcome(outcome, { history, location: { reload } });
    expect(reload).toHaveBeenCalledOnce();
    expect(outcomeBeforeReload({ history })).toEqual(outcome);
    expect(outcomeBeforeReload({ history })).toBeNull();
  });

  it('is none if the history entry holds something else, which stays there', () => {
    for (const state of ['imported', { kind: 'imported' }, { kind: 'other' }, 7]) {
      const history = historyOf(state);
      expect(outcomeBeforeReload({ history })).toBeNull();
      expect(history.state).toBe(state);
    }
  });
});
