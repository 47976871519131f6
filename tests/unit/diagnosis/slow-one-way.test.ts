import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { ZoneFigures } from '../../../src/diagnosis/figures.ts';
import { makerWords } from '../../../src/words/maker/maker-in-use.ts';

const good: ZoneFigures = {
  side: 'left',
  zone: 0,
  part: 'foot',
  rise: { seconds: 3, to: 50 },
  slack: 0.8,
  effort: 1,
  firstEffort: 1,
  leak: 0.001,
  closed: 5,
  falls: 0,
  release: 1,
  releaseEffort: 1,
  noise: 0.1,
  zero: 0,
  missing: 0,
  isFrozen: false,
  inVain: null,
  open: 2,
};
const parts = ['foot', 'calf', 'thigh'] as const;
/** The finding for the left calf. @param calf its figures that differ from a good zone's @param others of both calves, the right one's */
function leftCalf(calf: Partial<ZoneFigures>, others: Partial<ZoneFigures> = {}) {
  const all = (['left', 'right'] as const).flatMap((side) =>
    parts.map((part, zone): ZoneFigures => {
      const own = part !== 'calf' ? {} : side === 'left' ? calf : others;
      return { ...good, side, zone, part, ...own };
    }),
  );
  const [, found] = diagnose(all, 'shared').zones;
  if (found === undefined) throw new Error('no calf');
  return { cause: found.cause, todo: makerWords().finding(found).todo };
}

describe('the advice on a zone that is slow in one direction', () => {
  it('says that it empties well only if that was measured', () => {
    expect(leftCalf({ effort: 3 })).toMatchObject({
      cause: 'fillsSlowly',
      todo: expect.stringContaining('It empties well'),
    });
    const { cause, todo } = leftCalf({ effort: 3, releaseEffort: null });
    expect(cause).toBe('fillsSlowly');
    expect(todo).toContain('How it empties is not measured yet. Check its hose first');
  });

  it('says that it fills well only if that was measured, and is so', () => {
    expect(leftCalf({ releaseEffort: 4 }).todo).toContain('It fills well');
    expect(leftCalf({ releaseEffort: 4, effort: null }).todo).toContain('How it fills is not measured yet');
    // Both calves fill slowly, which is no fault of one of them.
    const { cause, todo } = leftCalf({ releaseEffort: 4, effort: 2 }, { effort: 2 });
    expect(cause).toBe('emptiesSlowly');
    expect(todo).not.toContain('fill');
  });
});
