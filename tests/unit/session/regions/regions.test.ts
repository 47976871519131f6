import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { statesText } from '../../../../scripts/generate/states-text.ts';
import { control } from '../../../../src/session/regions/control.ts';
import { link } from '../../../../src/session/regions/link.ts';
import { stopping } from '../../../../src/session/regions/stopping.ts';
import { therapy } from '../../../../src/session/regions/therapy.ts';
import { root } from '../../house/repository.ts';

const regions = { link, control, therapy, stopping };

describe('the picture of the states', () => {
  it('shows the tables as they are', () => {
    expect(readFileSync(join(root, 'docs/states.md'), 'utf8')).toBe(statesText());
  });
});

describe.each(Object.entries(regions))('the region %s', (_, { moves }) => {
  it('has moves only to its own states', () => {
    const states = Object.keys(moves);
    for (const out of Object.values(moves)) for (const to of Object.values(out)) expect(states).toContain(to);
  });

  it('has no state without a way out', () => {
    for (const out of Object.values(moves)) expect(Object.keys(out)).not.toEqual([]);
  });

  it('has no state that the first one does not lead to', () => {
    const table: Readonly<Record<string, Readonly<Record<string, string>>>> = moves;
    const [first = ''] = Object.keys(table);
    const reached = new Set([first]);
    for (const state of reached) for (const to of Object.values(table[state] ?? {})) reached.add(to);
    expect([...reached].sort()).toEqual(Object.keys(table).sort());
  });
});

describe('a move', () => {
  it('leads to the state in the table, with what that state knows', () => {
    expect(control.move({ kind: 'none' }, 'ask', { to: 'start', token: 0 })).toEqual({
      kind: 'asked',
      to: 'start',
      token: 0,
    });
  });
});
