import { describe, expect, it } from 'vitest';
import { muscles } from '../../../../src/guide/guide.ts';
import { half, patches } from '../../../../src/ui/guides/picture/figure.ts';
import { closed, mirrored, open, points } from '../../../../src/ui/guides/picture/smooth.ts';

const ends = (path: string): readonly string[] =>
  [...path.matchAll(/(?:^M|C[^C]*? )(-?[\d.]+ -?[\d.]+)(?=C|Z|$)/g)].map(([, end]) => end ?? '');

describe('a drawing', () => {
  it('passes through every point, and returns to the first if it is closed', () => {
    const triangle = points('0 0, 30 0, 15 20');
    expect(ends(open(triangle))).toEqual(['0 0', '30 0', '15 20']);
    expect(ends(closed(triangle))).toEqual(['0 0', '30 0', '15 20', '0 0']);
    expect(closed(triangle).endsWith('Z')).toBe(true);
  });

  it('is mirrored for the other side', () => {
    expect(mirrored(points('3 4, -5 6'))).toEqual([
      [-3, 4],
      [5, 6],
    ]);
  });
});

describe('the figure', () => {
  it('shows every muscle from the front, from behind, or both', () => {
    for (const muscle of muscles) expect(muscle in patches.front || muscle in patches.behind).toBe(true);
  });

  it('has its muscles inside its outline, and every massage stroke leads up, toward the heart', () => {
    for (const seen of ['front', 'behind'] as const) {
      const widest = Math.max(...half[seen].map(([x]) => x));
      const lowest = Math.max(...half[seen].map(([, y]) => y));
      for (const patch of Object.values(patches[seen])) {
        for (const [x, y] of [...patch.points, ...patch.fibres.flat(), ...patch.way]) {
          expect(x >= 0 && x <= widest && y >= 0 && y <= lowest).toBe(true);
        }
        const [from, to] = patch.way;
        expect(from?.[1]).toBeGreaterThan(to?.[1] ?? Number.NaN);
      }
    }
  });
});
