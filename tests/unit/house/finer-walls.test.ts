/**
 * Import rules for single files, folders and packages. The test writes files with one import each: the linter must refuse the forbidden
 * ones, with the reason, and accept the others.
 */

import { describe, expect, test } from 'vitest';
import { lintPlanted, refusalsOfImports } from './planted.ts';

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
      text: "import { x } from '../numbers-and-units.ts';\nimport { z } from './body.ts';\nexport const y = [x, z];\n",
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
  const inType = 'src/ui/type.ts';
  const found = lintPlanted({
    ...Object.fromEntries(Object.entries(planted).map(([path, { text }]) => [path, text])),
    [inType]: "export type Boots = import('../simulator/simulated-boots.ts').Boots;\n",
  });

  test.each(Object.entries(planted))('%s', (path, { reason }) => {
    const reasons = refusalsOfImports(found.get(path));
    expect(reasons).toHaveLength(reason === null ? 0 : 1);
    if (reason !== null) expect(reasons[0]).toMatch(reason);
  });

  test('refuse an import inside a type, which must be an import statement', () => {
    expect(found.get(inType)?.[0]?.message).toMatch(/import statement/);
  });
});
