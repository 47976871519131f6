import { describe, expect, it } from 'vitest';
import { mmhg, seconds } from '../../../../firmware-protocol/quantities.ts';
import { lastTime } from '../../../../src/journal/views/last-time.ts';
import { berlin, entry, session } from '../entries.ts';

describe('the last session of the same program', () => {
  const other = { id: 'wind-down', name: 'Wind-down' };
  const felt = (wall: string, of: ReturnType<typeof session>, legs: number) =>
    entry<'soreness'>(wall, { kind: 'soreness', when: 'after', scores: { legs }, of: of.id });

  it('has its day, its figures and how the legs felt, beside the figures of this one', () => {
    const before = session('2026-11-27T18:00', {
      intensity: mmhg(50),
      changes: [{ kind: 'intensity', to: mmhg(60), after: seconds(60) }],
    });
    const now = session('2026-11-29T18:00', { lasted: seconds(720) });
    const entries = [
      session('2026-11-26T18:00'),
      before,
      felt('2026-11-27T18:31', before, 5),
      session('2026-11-28T18:00', { program: other }),
      now,
      felt('2026-11-29T18:31', now, 2),
    ];
    expect(lastTime(now, entries, berlin)).toEqual({
      day: '2026-11-27',
      before: { lasted: 1800, intensity: 60, dose: 300 },
      feel: 5,
      now: { lasted: 720, intensity: 55, dose: 300 },
    });
  });

  it('is on boots that are as real, and its end is known', () => {
    const now = session('2026-11-29T18:00', { simulated: true });
    const entries = [
      session('2026-11-26T18:00', { simulated: true }),
      session('2026-11-27T18:00', { simulated: true, source: { kind: 'lost' } }),
      session('2026-11-28T18:00'),
      now,
    ];
    expect(lastTime(now, entries, berlin)).toMatchObject({ day: '2026-11-26', feel: null });
  });

  it('is missing for a first session, and for one whose program is not known', () => {
    const first = session('2026-11-28T18:00');
    const unknown = session('2026-11-29T18:00', { program: null });
    expect(lastTime(first, [first], berlin)).toBeNull();
    expect(lastTime(unknown, [first, unknown], berlin)).toBeNull();
  });
});
