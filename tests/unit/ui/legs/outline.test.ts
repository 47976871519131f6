import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mmhg } from '../../../../firmware-protocol/quantities.ts';
import { zoneLayouts } from '../../../../firmware-protocol/zones.ts';
import { fullAt, level } from '../../../../src/ui/legs/level.ts';
import { legOutline } from '../../../../src/ui/legs/outline.ts';
import { spansOf } from '../../../../src/ui/legs/spans.ts';

const layouts = Object.values(zoneLayouts);

describe('the outline of a leg', () => {
  it.each(layouts)('covers the leg from ankle to hip without gaps: %j', (...parts) => {
    const spans = spansOf(parts);
    expect(spans).toHaveLength(parts.length - 1);
    expect(spans[0]?.from).toBe(0);
    expect(spans.at(-1)?.to).toBe(1);
    for (const [i, span] of spans.entries()) {
      expect(span.to - span.from).toBeGreaterThan(0.08);
      if (i > 0) expect(span.from).toBeCloseTo(spans[i - 1]?.to ?? -1, 9);
    }
  });

  it.each(layouts)('has one closed path per zone, each above the one before: %j', (...parts) => {
    for (const side of ['left', 'right'] as const) {
      const zones = legOutline(parts, side, 160);
      expect(zones.map((zone) => zone.part)).toEqual(parts);
      for (const [i, zone] of zones.entries()) {
        expect(zone.chamber).toMatch(/^M[^MZ]+Z$/);
        expect(zone.chamber).not.toContain('NaN');
        expect(zone.bottom).toBeGreaterThan(zone.top);
        expect(zone.right).toBeGreaterThan(zone.left);
        const below = zones[i - 1];
        if (below) expect(zone.bottom).toBeLessThan(below.top + 0.001);
      }
    }
  });

  it('is mirrored for the right leg', () => {
    const [left] = legOutline(['foot', 'calf', 'thigh'], 'left', 0);
    const [right] = legOutline(['foot', 'calf', 'thigh'], 'right', 0);
    expect(left?.left).toBeCloseTo(-(right?.right ?? 0), 6);
  });
});

describe('the fill level of a zone', () => {
  it('rises with pressure and stays between empty and full', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -20, max: 200, noNaN: true }),
        fc.double({ min: 0, max: 20, noNaN: true }),
        (p, d) => {
          const lower = level(mmhg(p), mmhg(60));
          const higher = level(mmhg(p + d), mmhg(60));
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(higher).toBeLessThanOrEqual(1);
          expect(higher).toBeGreaterThanOrEqual(lower);
        },
      ),
    );
  });

  it('leaves room above the highest target', () => {
    const zone = { part: 'calf', pressure: null, target: mmhg(70) } as const;
    expect(fullAt(mmhg(55), [zone])).toBeGreaterThan(70);
    expect(fullAt(mmhg(55), [])).toBeGreaterThan(55);
  });
});
