/** A sample of the whole matrix. `npm run whole-matrix` plays the whole matrix, and writes docs/fault-matrix.md. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../seed.ts';
import { wholeMatrix } from './matrix.ts';
import { moments } from './moments.ts';
import { kinds } from './stage.ts';
import { playWhole } from './whole-cell.ts';
import { wholeFaults } from './whole-faults.ts';

/**
 * `npm test` plays one cell in so many, and `npm run prove` one in 7. A fault has ten cells on each kind of boots, one
 * for each state. Neither number shares a factor with ten, so the samples are spread over the states.
 */
const SAMPLE_STEP = 53;
const sampled = wholeMatrix.filter((_, index) => index % runs(SAMPLE_STEP, 7) === 0);

describe('whatever fails, in whatever state, the legs are free in time and the page tells the truth', () => {
  it.each(sampled.map((cell) => [cell.fault.name, cell.moment, cell.kind, cell] as const))(
    '%s, %s, %s',
    async (_name, _moment, _kind, cell) => {
      const { wrong, titles } = await playWhole(cell);
      expect({ wrong, titles: wrong.length > 0 ? titles : [] }).toEqual({ wrong: [], titles: [] });
    },
  );
});

it('docs/fault-matrix.md has every fault on every kind of boots, and no empty cell', () => {
  const page = readFileSync(new URL('../../../../docs/fault-matrix.md', import.meta.url), 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| fault '));
  const cells = rows.slice(1).map((line) => line.split('|').slice(1, -1));
  expect(cells.map(([fault, kind]) => `${fault?.trim()} ${kind?.trim()}`)).toEqual(
    wholeFaults.flatMap(({ name }) => kinds.map((kind) => `${name} ${kind}`)),
  );
  for (const row of cells) {
    expect(row).toHaveLength(moments.length + 5);
    for (const cell of row) {
      expect(cell.trim()).not.toBe('');
      expect(cell).not.toContain('✗');
    }
  }
});
