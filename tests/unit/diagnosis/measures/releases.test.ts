import { describe, expect, it } from 'vitest';
import { seconds } from '../../../../firmware-protocol/quantities.ts';
import { Releases } from '../../../../src/diagnosis/measures/releases.ts';
import { usualBag } from '../../../../src/diagnosis/measures/usual-bag.ts';
import { usualRelease } from '../../../../src/diagnosis/measures/usual-release.ts';

/** The longest unfinished release of a zone whose vent is open. @param lasts s */
function unfinished(zonesPerLeg: number, zone: number, lasts: number): number {
  const releases = new Releases(usualBag(zonesPerLeg, zone));
  for (let at = 0; at < lasts; at += 0.1)
    releases.take({
      at: seconds(at),
      dt: seconds(at === 0 ? 0 : 0.1),
      pressure: 60,
      fill: false,
      vent: true,
      target: 'vent',
      flow: 0,
      filling: 0,
    });
  return releases.longestUnfinished;
}

describe('a release that goes on', () => {
  it('is not unfinished while a usual bag of its size could still be emptying from 100 mmHg', () => {
    const upper = usualRelease(usualBag(3, 2), 100, 15);
    expect(upper).toBeGreaterThan(7);
    expect(unfinished(3, 2, upper)).toBe(0);
    expect(unfinished(3, 2, 2 * upper)).toBeGreaterThan(upper);
  });

  it('is unfinished after 5 s in a small bag', () => {
    expect(unfinished(8, 0, 4.9)).toBe(0);
    expect(unfinished(8, 0, 6)).toBeGreaterThan(5);
  });
});
