/** Each problem that an edit can cause is shown beside a field of the editor. */

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { checkProgram } from '../../../../src/program/check.ts';
import { blankProgram, draftOf } from '../../../../src/program/edit/draft.ts';
import { applyEdit, type Edit } from '../../../../src/program/edit/edit.ts';
import { bySpot, type Spot, spotsOf } from '../../../../src/program/edit/spots.ts';
import { plainPrograms } from '../../../../src/program/patterns.ts';
import { programs } from '../../../../src/program/presets.ts';
import { runs } from '../../../seed.ts';
import { anyEdit } from './any-edit.ts';

const blank = blankProgram({ name: 'New program', purpose: 'My own.', pattern: 'Own' });

test('whatever a person edits, every problem has a field', () => {
  const found = new Set<string>();
  fc.assert(
    fc.property(
      fc.constantFrom(blank, ...programs, ...plainPrograms),
      fc.array(anyEdit, { minLength: 1, maxLength: 6 }),
      (program, edits) => {
        const after = edits.reduce(applyEdit, draftOf(program));
        const problems = checkProgram(after);
        const grouped = bySpot(problems);
        for (const { kind } of problems) found.add(kind);
        for (const spot of grouped.keys()) expect(spotsOf(after)).toContain(spot);
        expect([...grouped.values()].flat()).toHaveLength(problems.length);
      },
    ),
    { numRuns: runs(400, 20_000) },
  );
  // The test is worth something only if the random edits cause many kinds of problem.
  expect(found.size).toBeGreaterThan(20);
});

describe('a problem is shown beside the field that causes it', () => {
  it.each<[string, readonly Edit[], Spot]>([
    ['no name', [{ kind: 'text', field: 'name', text: '' }], 'name'],
    ['a peak too high', [{ kind: 'figure', field: 'peak', value: 101 }], 'peak'],
    ['what is no number', [{ kind: 'partPeak', part: 'calf', peak: Number.NaN }], 'peak-of-calf'],
    ['a part too weak', [{ kind: 'partPeak', part: 'upper thigh', peak: 16 }], 'peak-of-upper thigh'],
    ['a knee above what is below it', [{ kind: 'partPeak', part: 'knee', peak: 60 }], 'peak-of-knee'],
    ['a part off below', [{ kind: 'partOn', part: 'foot', on: false }], 'on-of-foot'],
    ['held too little', [{ kind: 'partHeld', part: 'calf', share: 0.2 }], 'held-of-calf'],
    ['held too long', [{ kind: 'partLonger', part: 'calf', hold: 11 }], 'longer-of-calf'],
    ['too many steps held', [{ kind: 'figure', field: 'steps', value: 3 }], 'trailingHolds'],
    [
      'a release that trails nothing',
      [
        { kind: 'onset', onset: 'together' },
        { kind: 'release', release: 'trailing' },
      ],
      'release',
    ],
    [
      'a breath too short',
      [
        { kind: 'breathing', on: true },
        { kind: 'figure', field: 'onsetDelay', value: 3 },
      ],
      'onsetDelay',
    ],
    ['a turn that opens the foot', [{ kind: 'addSection' }], 'turn-2'],
    [
      'a part in no turn',
      [{ kind: 'addSection' }, { kind: 'partInSection', section: 1, part: 'foot', on: false }],
      'turn-of-foot',
    ],
  ])('%s', (_, edits, spot) => {
    const problems = checkProgram(edits.reduce(applyEdit, blank));
    expect([...bySpot(problems).keys()]).toContain(spot);
  });
});
