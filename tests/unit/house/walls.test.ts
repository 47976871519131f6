/** Who may import whom. Each wall is tried: a forbidden import is planted and must be refused, with its reason. */

import { describe, expect, test } from 'vitest';
import { type Finding, lintPlanted } from './planted.ts';
import { rooms } from './repository.ts';

/** What each room may import, itself and firmware-protocol aside. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  program: [],
  clock: [],
  safety: ['program'],
  gatt: ['clock'],
  boots: ['gatt', 'clock'],
  timeline: ['program', 'safety'],
  scheduler: ['timeline', 'safety', 'program', 'clock'],
  session: ['scheduler', 'timeline', 'safety', 'boots', 'program', 'clock'],
  plan: ['program', 'clock'],
  simulator: ['clock'],
  radio: ['simulator', 'clock'],
  words: rooms.filter((room) => room !== 'simulator' && room !== 'radio'),
  ui: ['words', 'session', 'program', 'timeline', 'plan'],
  app: rooms.filter((room) => room !== 'radio'),
  cli: rooms,
};

/** The one file of a room that others are let see, where it is not all of them. */
const face: Readonly<Record<string, string>> = { session: 'view.ts', simulator: 'peripheral.ts' };

const fileOf = (room: string): string => face[room] ?? 'some-idea.ts';
const allowed = (from: string, to: string): boolean => from === to || mayImport[from]?.includes(to) === true;

const pairs = rooms.flatMap((from) => rooms.map((to) => ({ from, to, path: `src/${from}/asks-${to}.ts` })));

const refusalsOfImports = (findings: readonly Finding[] | undefined): readonly string[] =>
  (findings ?? [])
    .filter(({ rule }) => rule === 'lint/style/noRestrictedImports' || rule === 'plugin')
    .map(({ message }) => message);

describe('the walls between the rooms', () => {
  test('are written down for every room there is', () => {
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

describe('the finer walls', () => {
  const planted: Readonly<Record<string, { readonly text: string; readonly reason: RegExp | null }>> = {
    'firmware-protocol/outward.ts': {
      text: "import { x } from '../src/program/program.ts';\nexport const y = x;\n",
      reason: /imports nothing/,
    },
    'firmware-protocol/package.ts': {
      text: "import { of } from 'rxjs';\nexport const y = of;\n",
      reason: /imports nothing/,
    },
    'firmware-protocol/inward.ts': {
      text: "import { x } from './limits.ts';\nexport const y = x;\n",
      reason: null,
    },
    'firmware-protocol/layout/outward.ts': {
      text: "import { x } from '../../src/program/program.ts';\nexport const y = x;\n",
      reason: /imports nothing/,
    },
    'firmware-protocol/layout/quantity.ts': {
      text: "import type { x } from '../quantities.ts';\nexport type y = x;\n",
      reason: null,
    },
    'src/session/wire.ts': {
      text: "import { x } from '../../firmware-protocol/limits.ts';\nexport const y = x;\n",
      reason: null,
    },
    'src/ui/elements/deep.ts': {
      text: "import { x } from '../../boots/boots.ts';\nexport const y = x;\n",
      reason: /\bui\b/,
    },
    'src/ui/reducer.ts': {
      text: "import { x } from '../session/reduce.ts';\nexport const y = x;\n",
      reason: /read model and intents/,
    },
    'src/ui/feed.ts': {
      text: "import { x } from '../boots/feed/feed.ts';\nexport const y = x;\n",
      reason: /\bui\b/,
    },
    'src/ui/again.ts': {
      text: "export { x } from '../simulator/boots.ts';\n",
      reason: /simulated/,
    },
    'src/ui/later.ts': {
      text: "export const y = () => import('../simulator/boots.ts');\n",
      reason: /simulated/,
    },
    'src/safety/streams.ts': {
      text: "import { map } from 'rxjs';\nexport const y = map;\n",
      reason: /plain functions/,
    },
    'src/plan/streams.ts': {
      text: "import { map } from 'rxjs';\nexport const y = map;\n",
      reason: /plain functions/,
    },
    'src/plan/rules/composes.ts': {
      text: "import { x } from '../../timeline/script.ts';\nexport const y = x;\n",
      reason: /\bplan\b/,
    },
    'src/plan/rules/says.ts': {
      text: "import { x } from '../../words/en/plan/steps.ts';\nexport const y = x;\n",
      reason: /\bplan\b/,
    },
    'src/words/en/plan/logic.ts': {
      text: "import { x } from '../../../plan/plan.ts';\nexport const y = x;\n",
      reason: /none of their logic/,
    },
    'src/timeline/streams.ts': {
      text: "import { map } from 'rxjs';\nexport const y = map;\n",
      reason: /plain functions/,
    },
    'src/boots/feed/composes.ts': {
      text: "import { x } from '../../timeline/script.ts';\nexport const y = x;\n",
      reason: /\bboots\b/,
    },
    'src/boots/files.ts': {
      text: "import { readFileSync } from 'node:fs';\nexport const y = readFileSync;\n",
      reason: /browser/,
    },
    'src/words/en/logic.ts': {
      text: "import { x } from '../../program/settings.ts';\nexport const y = x;\n",
      reason: /none of their logic/,
    },
    'src/words/en/some-logic.ts': {
      text: "import { type X, x } from '../../program/settings.ts';\nexport const y: X = x;\n",
      reason: /none of their logic/,
    },
    'src/words/en/again.ts': {
      text: "export { x } from '../../session/view.ts';\n",
      reason: /none of their logic/,
    },
    'src/words/later.ts': {
      text: "export const y = () => import('../program/settings.ts');\n",
      reason: /none of their logic/,
    },
    'src/words/en/value.ts': {
      text: "import type { X } from '../../session/notice.ts';\nexport const y = (x: X) => x;\n",
      reason: null,
    },
    'src/words/en/limit.ts': {
      text: "import { x } from '../../../firmware-protocol/limits.ts';\nexport const y = x;\n",
      reason: null,
    },
    'src/words/en/own.ts': {
      text: "import { x } from '../numbers.ts';\nimport { z } from './body.ts';\nexport const y = [x, z];\n",
      reason: null,
    },
    'src/words/en/picture.ts': {
      text: "import { html } from 'lit';\nexport const y = html;\n",
      reason: /no pictures/,
    },
    'src/radio/inside.ts': {
      text: "import { x } from '../simulator/boots.ts';\nexport const y = x;\n",
      reason: /any peripheral/,
    },
    'src/radio/computer.ts': {
      text: "import { homedir } from 'node:os';\nexport const y = homedir;\n",
      reason: null,
    },
    'src/cli/files.ts': {
      text: "import { readFileSync } from 'node:fs';\nexport const y = readFileSync;\n",
      reason: null,
    },
    'tests/unit/any.ts': {
      text: "import { x } from '../../src/simulator/boots.ts';\nexport const y = x;\n",
      reason: null,
    },
  };
  const found = lintPlanted(
    Object.fromEntries(Object.entries(planted).map(([path, { text }]) => [path, text])),
  );

  test.each(Object.entries(planted))('%s', (path, { reason }) => {
    const reasons = refusalsOfImports(found.get(path));
    expect(reasons).toHaveLength(reason === null ? 0 : 1);
    if (reason !== null) expect(reasons[0]).toMatch(reason);
  });

  test('an import type does not slip past them', () => {
    const path = 'src/ui/type.ts';
    const text = "export type Boots = import('../simulator/boots.ts').Boots;\n";
    expect(lintPlanted({ [path]: text }).get(path)?.[0]?.message).toMatch(/import statement/);
  });
});
