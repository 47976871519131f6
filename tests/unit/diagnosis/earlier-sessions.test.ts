import { safeParse } from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  earlierFigures,
  type MeasuredSession,
  measuredSessions,
  sessionToKeep,
  withSession,
} from '../../../src/diagnosis/earlier-sessions.ts';
import { figures } from './any-figures.ts';

const session = (rise: number | null, boots = 'mine'): MeasuredSession => ({
  at: 1,
  boots,
  zones: [{ side: 'left', zone: 2, rise, slack: 1, falls: null, release: 2, noise: 0.1, zero: 1 }],
});

describe('earlier sessions', () => {
  it('are summed up by the median of the last five of the same boots', () => {
    const kept = [9, 9, 4, 5, 6, 7, 8].map((rise) => session(rise));
    const earlier = earlierFigures([...kept, session(100, 'others')], 'mine');
    expect(earlier.count).toBe(5);
    expect(earlier.of('left', 2)).toMatchObject({ rise: 6, slack: 1, falls: null });
    expect(earlier.of('right', 2).rise).toBeNull();
  });

  it('in which a value was not measured do not count as zero', () => {
    expect(earlierFigures([session(null), session(4)], 'mine').of('left', 2).rise).toBe(4);
  });

  it('are kept up to the last twenty, except sessions in which no zone rose', () => {
    let kept: readonly MeasuredSession[] = [];
    for (let at = 0; at < 30; at++) kept = withSession(kept, session(at));
    expect(kept).toHaveLength(20);
    expect(kept.at(-1)?.zones[0]?.rise).toBe(29);
    expect(sessionToKeep(1, 'mine', [figures('left', 0)])).toBeNull();
    const worth = sessionToKeep(1, 'mine', [figures('left', 0, { rise: { seconds: 3, to: 50 } })]);
    expect(worth?.zones[0]).toMatchObject({ side: 'left', zone: 0, rise: 3 });
  });

  it('are read back as they were stored, and anything else is refused', () => {
    const kept = [session(3), session(null)];
    expect(safeParse(measuredSessions.schema, JSON.parse(JSON.stringify(kept))).output).toEqual(kept);
    expect(
      safeParse(measuredSessions.schema, [{ at: 1, boots: 'mine', zones: [{ side: 'up' }] }]).success,
    ).toBe(false);
  });
});
