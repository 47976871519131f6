import { expect, it } from 'vitest';
import { mmhg, seconds } from '../../../firmware-protocol/quantities.ts';
import { joinedSession } from '../../../src/journal/joined-session.ts';
import { session } from './entries.ts';

const first = session('2026-11-29T10:00', {
  lasted: seconds(600),
  measured: seconds(600),
  ended: null,
  source: { kind: 'lost' },
  changes: [{ kind: 'intensity', after: seconds(60), to: mmhg(50) }],
});
const second = session('2026-11-29T10:11', {
  program: null,
  intensity: mmhg(50),
  lasted: seconds(1140),
  measured: seconds(1140),
  changes: [{ kind: 'paused', after: seconds(10) }],
});

it('both parts become one session, from the first measurement to the last', () => {
  const whole = joinedSession(first, second, 660);
  expect(whole).toMatchObject({
    program: { id: 'post-marathon' },
    intensity: 55,
    lasted: 1800,
    measured: 1740,
    ended: 'finished',
    source: { kind: 'followed' },
    changes: [
      { kind: 'intensity', after: 60 },
      { kind: 'paused', after: 670 },
    ],
  });
  expect(whole.zones[0]).toEqual({
    side: 'left',
    part: 'foot',
    peak: 55,
    mean: 30,
    above30: 1800,
    dose: 600,
  });
});

it('the joined session keeps zones that the second page did not measure', () => {
  const whole = joinedSession(first, { ...second, zones: [] }, 660);
  expect(whole.zones).toEqual(first.zones);
});
