/**
 * The oracle (envelope-oracle.ts) finds no breach in traces that just keep the rules. `wave` splits a trace into
 * its cycles.
 */

import { describe, expect, it } from 'vitest';
import { wave } from './envelope-oracle.ts';
import { off, type PlayedZones, rulesIn, squeeze, traceOf } from './traces.ts';

describe('the oracle finds nothing', () => {
  it.each<[string, PlayedZones]>([
    ['in a squeeze at 80 for a minute', { zones: [squeeze(80, 59)] }],
    ['in a wave that is held at half behind its crest', { zones: [squeeze(30, 50), squeeze(56, 50)] }],
    [
      'in two of them that are 2 s apart',
      {
        zones: [
          squeeze(4, 50),
          squeeze(40, 12),
          [
            [0, 0],
            [19, 40],
            [30, 0],
          ],
        ],
      },
    ],
    ['in a reversal of less than 20 s', { zones: [squeeze(10, 40), squeeze(40, 19)] }],
    [
      'in one that is supported across a zone that is off',
      { zones: [squeeze(30, 40), off, squeeze(45, 40)] },
    ],
    [
      'in one that is supported across a zone that is off since the last cycle',
      {
        zones: [
          squeeze(30, 60),
          squeeze(30, 20),
          [
            [0, 0],
            [35, 45],
            [60, 0],
          ],
        ],
        cycles: [0, 30],
      },
    ],
    [
      'in a zone that sags',
      {
        zones: [
          [
            [0, 40],
            [10, 40, 35],
            [20, 0],
          ],
        ],
      },
    ],
    ['in one leg of two doing something else', { zones: [squeeze(60, 50)], sides: ['right'] }],
    [
      'after releases of 5 s',
      {
        zones: [
          [
            [0, 40],
            [35, 4],
            [42, 40],
            [75, 0],
          ],
        ],
      },
    ],
  ])('%s', (_, played) => {
    expect(rulesIn(played)).toEqual([]);
  });
});

describe('a wave', () => {
  it('is split into cycles, for each leg of a pair by its own', () => {
    const trace = traceOf({
      sides: ['left', 'right'],
      zones: [
        [
          [0, 40],
          [20, 0],
          [50, 50],
          [70, 0],
        ],
      ],
      cycles: [0, 45],
    });
    trace.marks.right[1] = 460;
    const [first = [], second = []] = wave(trace);
    expect(first.map(({ boot, target, peak }) => [boot, target, peak])).toEqual([
      ['left', 40, 40],
      ['right', 40, 40],
    ]);
    expect(second.map(({ target }) => target)).toEqual([50, 50]);
    expect(second.map(({ reached }) => Math.round((reached ?? 0) * 10) / 10)).toEqual([6.1, 5.1]);
  });
});
