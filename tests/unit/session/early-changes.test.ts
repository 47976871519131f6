/** Settings that change before the boots play, while they resume, or while they have not accepted an earlier change yet. */

import { describe, expect, it } from 'vitest';
import { milliseconds, mmhg } from '../../../firmware-protocol/quantities.ts';
import { statusOf } from '../status.ts';
import { DrivenSession, running } from './driven-session.ts';

const paused = statusOf({ therapy: 'paused', operation: 'venting', cycles: 1 });

describe('settings that change before the script may be changed', () => {
  it('while preparing apply from the first cycle on, at once if they mean less pressure', () => {
    const session = new DrivenSession().load().tell({ kind: 'setIntensity', intensity: mmhg(30) });
    expect(session.sent).toEqual([]);
    session.hear(statusOf({ operation: 'ready', held: 100 })).hear(running({ operation: 'waiting' }));
    expect(session.sent).toEqual(['ceiling']);
    expect(session.state.plan?.script.cycles.every(({ intensity }) => intensity === 30)).toBe(true);
  });

  it('while resuming apply once the session runs', () => {
    const session = new DrivenSession()
      .run()
      .tell({ kind: 'pause' })
      .hear(paused)
      .empty()
      .tell({ kind: 'resume' });
    session.tell({ kind: 'setIntensity', intensity: mmhg(30) });
    expect(session.hear(running({ cycles: 2 })).sent).toEqual(['ceiling']);
  });

  it('for less pressure apply at once even if a raise is about to be played', () => {
    const session = new DrivenSession().run();
    session.tell({ kind: 'setIntensity', intensity: mmhg(75) });
    const change = session.state.plan?.change;
    if (!change) throw new Error('no change is under way');
    expect(change.kind).toBe('boundary');
    session.played({ kind: 'inForce' });
    session.hear(running({ playhead: milliseconds(change.from - 200) }));
    expect(session.tell({ kind: 'setIntensity', intensity: mmhg(60) }).sent).toEqual(['ceiling']);
  });

  it('are sent again until the boots have accepted them, however far these have played meanwhile', () => {
    const session = new DrivenSession().run().tell({ kind: 'setIntensity', intensity: mmhg(30) });
    const from = session.state.plan?.change?.from ?? milliseconds(0);
    session.hear(running({ playhead: milliseconds(from + 5000) }));
    expect(session.state.plan?.change?.kind).toBe('lower');
    expect(session.played({ kind: 'late' }).sent).toEqual(['ceiling']);
    expect(session.state.plan?.change?.from).toBeGreaterThan(from + 5000);
  });
});
