/** The oracle (envelope-oracle.ts) finds the breach in traces that break one rule each. */

import { describe, expect, it } from 'vitest';
import { breaches, type Judged } from './envelope-oracle.ts';
import { off, type Piece, type PlayedZones, rulesIn, squeeze, traceOf } from './traces.ts';

describe('the oracle finds', () => {
  it.each<[string, PlayedZones, Judged?]>([
    ['target', { zones: [squeeze(81, 20)] }],
    ['target', { zones: [squeeze(100.5, 20)] }, { confirmed: true }],
    ['time above 30', { zones: [squeeze(40, 62)] }],
    [
      'time above 30',
      {
        zones: [
          [
            [0, 40],
            [35, 4],
            [39, 40],
            [70, 0],
          ],
        ],
      },
    ],
    [
      'time above 30',
      {
        zones: [
          [
            [0, 75],
            [35, 4],
            [44, 40],
            [74, 0],
          ],
        ],
      },
    ],
    [
      'over-pressure',
      {
        zones: [
          [
            [0, 40],
            [20, 40, 56],
            [25, 40],
            [30, 0],
          ],
        ],
      },
    ],
    [
      'over-pressure',
      {
        zones: [
          [
            [0, 40],
            [20, 4, 25],
            [26, 4],
            [40, 0],
          ],
        ],
      },
    ],
    [
      'emptying',
      {
        zones: [
          [
            [0, 40],
            [20, 0, 21],
            [28.5, 0],
            [60, 40],
            [70, 0],
          ],
        ],
      },
    ],
    [
      'after the end',
      {
        zones: [
          [
            [0, 40],
            [20, 0],
            [40, 0, 22],
          ],
        ],
      },
    ],
    ['not vented at the end', { zones: [[[0, 40]]], lasts: 50 }],
    ['reverse gradient', { zones: [squeeze(10, 40), squeeze(40, 22)] }],
    ['reverse gradient', { zones: [off, squeeze(40, 22)] }],
    // The gradient is reversed in one zone and then, without a pause, in the next.
    [
      'reverse gradient',
      {
        zones: [
          squeeze(4, 40),
          squeeze(40, 12),
          [
            [0, 0],
            [17, 40],
            [28, 0],
          ],
        ],
      },
    ],
    ['reverse gradient', { zones: [squeeze(50, 40), squeeze(24, 40), squeeze(50.5, 22)] }],
  ])('%s: %j', (rule, played, judged) => {
    expect(rulesIn(played, null, judged)).toContain(rule);
  });

  it('rise: more than 45 mmHg/s over half a second', () => {
    const trace = traceOf({ zones: [squeeze(60, 20)] });
    const { pressure = [] } = trace.channels[0] ?? {};
    expect(breaches(trace, null)).toEqual([]);
    // The pressure rises from 0 to 24 mmHg within 0.5 s.
    for (const [step, to] of [0, 5, 10, 15, 20, 24].entries()) pressure[50 + step] = to;
    expect(breaches(trace, null).map(({ rule }) => rule)).toContain('rise');
  });

  it('share above 30 mmHg: more than 60 % of ten minutes in one zone', () => {
    const every = (period: number, on: number): readonly Piece[] =>
      Array.from({ length: 10 }, (_, i): readonly Piece[] => [
        [i * period, 40],
        [i * period + on, 0],
      ]).flat();
    expect(rulesIn({ zones: [every(62, 39)], lasts: 660 })).toEqual(['share above 30']);
    expect(rulesIn({ zones: [every(66, 39)], lasts: 700 })).toEqual([]);
  });

  it('confirmed session: above 80 mmHg for longer than 20 minutes', () => {
    const often: readonly Piece[] = Array.from({ length: 21 }, (_, i): readonly Piece[] => [
      [i * 61, 90],
      [i * 61 + 15, 0],
    ]).flat();
    const judged = { confirmed: true };
    expect(rulesIn({ zones: [often], lasts: 1300 }, null, judged)).toEqual(['confirmed session']);
    expect(rulesIn({ zones: [often.slice(0, 38)], lasts: 1200 }, null, judged)).toEqual([]);
  });

  it('knee: above its distal neighbour in the last cycle that squeezed it, or above 80 mmHg', () => {
    const later = (pressure: number): readonly Piece[] => [
      [0, 0],
      [40, pressure],
      [50, 0],
    ];
    const cycles = [0, 35];
    const calf = [...squeeze(50, 20), ...later(40).slice(1)];
    expect(rulesIn({ zones: [calf, later(45)], cycles }, 1)).toEqual(['knee']);
    expect(rulesIn({ zones: [calf, later(40)], cycles }, 1)).toEqual([]);
    // The parts of a leg take turns: the zone below the knee had its turn in an earlier cycle, and rests in this
    // one.
    const resting: readonly Piece[] = [...squeeze(45, 20), [35, 4]];
    expect(rulesIn({ zones: [resting, later(45)], cycles }, 1)).not.toContain('knee');
    expect(rulesIn({ zones: [resting, later(46)], cycles }, 1)).toContain('knee');
    // Boots that hold one zone at a time vent the zone below the knee while they squeeze the knee.
    expect(rulesIn({ zones: [squeeze(45, 20), later(45)], cycles }, 1)).not.toContain('knee');
    expect(rulesIn({ zones: [squeeze(45, 20), later(46)], cycles }, 1)).toContain('knee');
    expect(rulesIn({ zones: [squeeze(90, 20), squeeze(85, 20)] }, 1, { confirmed: true })).toEqual(['knee']);
  });

  it('a breach on one leg, whatever the other leg does', () => {
    const trace = traceOf({ zones: [squeeze(50, 20)], sides: ['left', 'right'] });
    const right = trace.channels[1];
    right?.pressure.fill(70, 100, 130);
    expect(breaches(trace, null).map(({ boot }) => boot)).toContain('right');
  });
});
