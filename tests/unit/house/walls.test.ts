/**
 * Which room (folder of src) may import which. The test writes a file for every pair of rooms: the linter must refuse each forbidden
 * import with the reason, and accept the others.
 */

import { describe, expect, test } from 'vitest';
import { lintPlanted, refusalsOfImports } from './planted.ts';
import { rooms } from './repository.ts';

/** The rooms that each room may import besides itself and firmware-protocol. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  program: [],
  clock: [],
  air: ['program'],
  safety: ['air', 'program'],
  gatt: ['clock'],
  boots: ['gatt', 'clock'],
  timeline: ['air', 'safety', 'program'],
  scheduler: ['timeline', 'safety', 'air', 'program', 'clock'],
  session: ['scheduler', 'timeline', 'safety', 'air', 'boots', 'diagnosis', 'program', 'clock'],
  plan: ['program', 'clock'],
  journal: ['plan', 'program', 'clock'],
  guide: ['program', 'clock'],
  diagnosis: ['air', 'program'],
  store: [],
  simulator: ['clock'],
  radio: ['simulator', 'clock'],
  words: rooms.filter((room) => !['simulator', 'radio', 'ui', 'app', 'cli'].includes(room)),
  ui: ['words', 'session', 'program', 'timeline', 'plan', 'guide', 'journal', 'diagnosis'],
  app: rooms.filter((room) => room !== 'radio'),
  cli: rooms,
};

/** The one file that a room exposes to other rooms, for rooms that expose one. */
const face: Readonly<Record<string, string>> = { session: 'view.ts', simulator: 'peripheral.ts' };

const fileOf = (room: string): string => face[room] ?? 'some-idea.ts';
const allowed = (from: string, to: string): boolean => from === to || mayImport[from]?.includes(to) === true;

const pairs = rooms.flatMap((from) => rooms.map((to) => ({ from, to, path: `src/${from}/asks-${to}.ts` })));

describe('the import rules between rooms', () => {
  test('are defined for every room', () => {
    for (const room of rooms) expect(Object.keys(mayImport)).toContain(room);
  });

  const found = lintPlanted(
    Object.fromEntries(
      pairs.map(({ to, path }) => [
        path,
        `import type { Some } from '../${to}/${fileOf(to)}';\nexport type Mine = Some;\n`,
      ]),
    ),
  );

  test.each(pairs.filter(({ from, to }) => !allowed(from, to)))(
    'keep $from from importing $to, with a reason',
    (pair) => {
      const reasons = refusalsOfImports(found.get(pair.path));
      expect(reasons).toHaveLength(1);
      expect(reasons[0]?.length).toBeGreaterThan(40);
      expect(reasons[0]).toMatch(pair.to === 'simulator' ? /simulated/ : new RegExp(`\\b${pair.from}\\b`));
    },
  );

  test.each(pairs.filter(({ from, to }) => allowed(from, to)))('let $from import $to', (pair) => {
    expect(found.get(pair.path)).toEqual([]);
  });
});
