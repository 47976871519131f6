/** Who may import whom. Each rule is tested: a forbidden import is planted and must be refused, with the reason. */

import { describe, expect, test } from 'vitest';
import { type Finding, lintPlanted } from './planted.ts';
import { rooms } from './repository.ts';

/** What each room may import besides itself and firmware-protocol. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  program: [],
  clock: [],
  air: ['program'],
  safety: ['air', 'program'],
  gatt: ['clock'],
  boots: ['gatt', 'clock'],
  timeline: ['air', 'safety', 'program'],
  scheduler: ['timeline', 'safety', 'air', 'program', 'clock'],
  session: ['scheduler', 'timeline', 'safety', 'air', 'boots', 'program', 'clock'],
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

/** For rooms that expose only one file to others: that file. */
const face: Readonly<Record<string, string>> = { session: 'view.ts', simulator: 'peripheral.ts' };

const fileOf = (room: string): string => face[room] ?? 'some-idea.ts';
const allowed = (from: string, to: string): boolean => from === to || mayImport[from]?.includes(to) === true;

const pairs = rooms.flatMap((from) => rooms.map((to) => ({ from, to, path: `src/${from}/asks-${to}.ts` })));

const refusalsOfImports = (findings: readonly Finding[] | undefined): readonly string[] =>
  (findings ?? [])
    .filter(({ rule }) => rule === 'lint/style/noRestrictedImports' || rule === 'plugin')
    .map(({ message }) => message);

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

describe('the finer import rules', () => {
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
      text: "export { x } from '../simulator/simulated-boots.ts';\n",
      reason: /simulated/,
    },
    'src/ui/later.ts': {
      text: "export const y = () => import('../simulator/simulated-boots.ts');\n",
      reason: /simulated/,
    },
    'src/air/streams.ts': {
      text: "import { map } from 'rxjs';\nexport const y = map;\n",
      reason: /plain functions/,
    },
    'src/safety/streams.ts': {
      text: "import { map } from 'rxjs';\nexport const y = map;\n",
      reason: /plain functions/,
    },
    'src/plan/streams.ts': {
      text: "import { map } from 'rxjs';\nexport const y = map;\n",
      reason: /plain functions/,
    },
    'src/guide/streams.ts': {
      text: "import { map } from 'rxjs';\nexport const y = map;\n",
      reason: /plain functions/,
    },
    'src/guide/guides/says.ts': {
      text: "import { x } from '../../words/en/guides/names.ts';\nexport const y = x;\n",
      reason: /\bguide\b/,
    },
    'src/plan/rules/composes.ts': {
      text: "import { x } from '../../timeline/script.ts';\nexport const y = x;\n",
      reason: /\bplan\b/,
    },
    'src/plan/rules/says.ts': {
      text: "import { x } from '../../words/en/plan/steps.ts';\nexport const y = x;\n",
      reason: /\bplan\b/,
    },
    'src/journal/streams.ts': {
      text: "import { map } from 'rxjs';\nexport const y = map;\n",
      reason: /\bjournal\b/,
    },
    'src/journal/views/sees.ts': {
      text: "import type { SessionView } from '../../session/view.ts';\nexport type Y = SessionView;\n",
      reason: /\bjournal\b/,
    },
    'src/words/en/journal/logic.ts': {
      text: "import { journalOf } from '../../../journal/journal.ts';\nexport const y = journalOf;\n",
      reason: /none of their logic/,
    },
    'src/words/en/plan/logic.ts': {
      text: "import { x } from '../../../plan/plan.ts';\nexport const y = x;\n",
      reason: /none of their logic/,
    },
    'src/store/pictures.ts': {
      text: "import { html } from 'lit';\nexport const y = html;\n",
      reason: /shows nothing/,
    },
    'src/store/database.ts': {
      text: "import { Dexie } from 'dexie';\nexport const y = Dexie;\n",
      reason: null,
    },
    'src/app/database.ts': {
      text: "import { Dexie } from 'dexie';\nexport const y = Dexie;\n",
      reason: /Only src\/store/,
    },
    'src/session/database-later.ts': {
      text: "export const y = () => import('dexie');\n",
      reason: /Only src\/store/,
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
    'src/words/en/findings-logic.ts': {
      text: "import { x } from '../../diagnosis/diagnose.ts';\nexport const y = x;\n",
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
    'src/words/another-language.ts': {
      text: "export const y = () => import('./fr/french.ts');\n",
      reason: null,
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
      reason: /no Lit/,
    },
    'src/radio/inside.ts': {
      text: "import { x } from '../simulator/simulated-boots.ts';\nexport const y = x;\n",
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
      text: "import { x } from '../../src/simulator/simulated-boots.ts';\nexport const y = x;\n",
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

  const MAKES_VALUES = [
    'program',
    'plan',
    'guide',
    'safety',
    'air',
    'timeline',
    'scheduler',
    'session',
    'session/regions',
    'boots',
    'gatt',
    'diagnosis',
    'journal',
    'store',
  ];

  test('keep sentences out of the rooms that make values', () => {
    const texts = [
      "'The session is just ending.'",
      "'the boots did not answer'",
      `\`A session lasts \${most} minutes at most.\``,
      `\`It is \${most}, and that is too much\``,
      `\`no \${most} came\``,
      `\`\${most} and \${most}\``,
    ];
    const files = Object.fromEntries(
      MAKES_VALUES.flatMap((room) =>
        texts.map((text, at) => [
          `src/${room}/text-${at}.ts`,
          `const most = 1;\nexport const y = [most, ${text}];\n`,
        ]),
      ),
    );
    const found = lintPlanted(files);
    for (const path of Object.keys(files)) {
      expect(`${path}: ${found.get(path)?.map(({ message }) => message)}`).toMatch(
        /src\/words makes the sentence/,
      );
    }
  });

  test('let those rooms name kinds, moves and bugs', () => {
    const text =
      "export const y = (region: { move(name: string): void }) => {\n  region.move('the boots have stopped');\n  if (!region) throw new Error('a region that is not there');\n  return { kind: 'notEmptying', at: 'lower thigh' };\n};\n";
    expect(lintPlanted({ 'src/session/kinds.ts': text }).get('src/session/kinds.ts')).toEqual([]);
  });

  test('let only words write a unit of pressure', () => {
    const text = `export const y = (x: number) => [\`\${x} mmHg\`, '7 kPa'];\n`;
    const found = lintPlanted(
      Object.fromEntries(rooms.map((room) => [`src/${room}/unit.ts`, text] as const)),
    );
    for (const room of rooms) {
      const wrong = found
        .get(`src/${room}/unit.ts`)
        ?.filter(({ message }) => /unit of pressure/.test(message));
      expect(`${room}: ${wrong?.length}`).toBe(`${room}: ${room === 'words' ? 0 : 2}`);
    }
  });

  test('apply to type imports too', () => {
    const path = 'src/ui/type.ts';
    const text = "export type Boots = import('../simulator/simulated-boots.ts').Boots;\n";
    expect(lintPlanted({ [path]: text }).get(path)?.[0]?.message).toMatch(/import statement/);
  });
});
