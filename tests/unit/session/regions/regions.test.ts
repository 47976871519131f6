import { readdirSync, readFileSync } from 'node:fs';
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

/** All moves (changes of state) that code in src/session makes, such as `link: lost`, with the files that make each. */
function movesMade(): ReadonlyMap<string, ReadonlySet<string>> {
  const made = new Map<string, Set<string>>();
  const folder = join(root, 'src/session');
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, region, , move] of text.matchAll(
      /\b(link|control|therapy|stopping)\.move\(\s*[\w.]+,\s*(['"])(.+?)\2,/g,
    )) {
      const key = `${region}: ${move}`;
      made.set(key, (made.get(key) ?? new Set()).add(file));
    }
  }
  return made;
}

describe('the moves in the tables', () => {
  it('are each made in exactly one file of the session, and no others are', () => {
    const tabled = Object.entries(regions).flatMap(([region, { moves }]) =>
      Object.values(moves).flatMap((out) => Object.keys(out).map((move) => `${region}: ${move}`)),
    );
    const made = movesMade();
    expect([...made.keys()].sort()).toEqual([...new Set(tabled)].sort());
    const inSeveral = [...made]
      .filter(([, files]) => files.size > 1)
      .map(([move, files]) => [move, ...files]);
    expect(inSeveral).toEqual([]);
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
