import { describe, expect, it } from 'vitest';
import { instant } from '../../../firmware-protocol/quantities.ts';
import { safely } from '../../../src/session/reduce.ts';
import { hasBoots, phaseOf, type SessionState } from '../../../src/session/state.ts';
import type { Step } from '../../../src/session/step.ts';
import { DrivenSession } from './driven-session.ts';

const bug = (): Step => {
  throw new Error('a bug');
};
const tick = (state: SessionState, now: number): Step =>
  safely(state, { kind: 'tick', now: instant(now) }, bug);
const sent = ({ effects }: Step): readonly string[] => effects.map(({ kind }) => kind);

describe('a state machine that throws', () => {
  const running = new DrivenSession().run().whole;

  it('leads to Stop, at once, and says so', () => {
    const failed = tick(running, 1000);
    expect(sent(failed)).toEqual(['stop']);
    expect(phaseOf(failed.state)).toBe('stopping');
    expect(failed.state.notice).toEqual({ kind: 'failed', detail: 'Error: a bug' });
  });

  it('and goes on throwing repeats it as one that is not heard, no faster', () => {
    let state = tick(running, 1000).state;
    let stops = 0;
    for (let now = 1010; now <= 2000; now += 10) {
      const next = tick(state, now);
      state = next.state;
      stops += sent(next).length;
    }
    // Every 300 ms, and three under way at most.
    expect(stops).toBe(2);
  });

  it('before there are boots stops nothing', () => {
    const apart = new DrivenSession().whole;
    expect(hasBoots(apart)).toBe(false);
    expect(tick(apart, 0)).toEqual({ state: apart, effects: [] });
  });
});
