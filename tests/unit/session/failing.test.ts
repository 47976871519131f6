import { describe, expect, it } from 'vitest';
import { instant } from '../../../firmware-protocol/quantities.ts';
import { safely } from '../../../src/session/reduce.ts';
import { hasBoots, phaseOf, type SessionState } from '../../../src/session/state.ts';
import type { Step } from '../../../src/session/step.ts';
import { DrivenSession } from './driven-session.ts';

const bug = (): Step => {
  throw new Error('a bug');
};
const tick = (state: SessionState, now: number): Step => safely(state, { kind: 'tick' }, instant(now), bug);
const sent = ({ effects }: Step): readonly string[] => effects.map(({ kind }) => kind);

describe('a reducer that throws', () => {
  const running = new DrivenSession().run().whole;

  it('leads to Stop at once, with a notice', () => {
    const failed = tick(running, 1000);
    expect(sent(failed)).toEqual(['stop']);
    expect(phaseOf(failed.state)).toBe('stopping');
    expect(failed.state.notice).toEqual({ kind: 'failed', detail: 'Error: a bug' });
  });

  it('at each of 100 events in a second repeats Stop only twice, as often as a Stop that is not heard', () => {
    let state = tick(running, 1000).state;
    let stops = 0;
    for (let now = 1010; now <= 2000; now += 10) {
      const next = tick(state, now);
      state = next.state;
      stops += sent(next).length;
    }
    // Stop is sent again every 300 ms until three Stops have no outcome: the first one, before this loop, and two more.
    expect(stops).toBe(2);
  });

  it('sends nothing while there are no boots', () => {
    const apart = new DrivenSession().whole;
    expect(hasBoots(apart)).toBe(false);
    expect(tick(apart, 0)).toEqual({ state: apart, effects: [] });
  });
});
