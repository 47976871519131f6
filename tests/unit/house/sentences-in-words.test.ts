/**
 * Sentences and units of pressure belong into src/words. The test writes them into files of other rooms (folders of src), where the
 * linter must refuse them.
 */

import { describe, expect, test } from 'vitest';
import { lintPlanted } from './planted.ts';
import { rooms } from './repository.ts';

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

const texts = [
  "'The session is just ending.'",
  "'the boots did not answer'",
  `\`A session lasts \${most} minutes at most.\``,
  `\`It is \${most}, and that is too much\``,
  `\`no \${most} came\``,
  `\`\${most} and \${most}\``,
];
const sentences = Object.fromEntries(
  MAKES_VALUES.flatMap((room) =>
    texts.map((text, at) => [
      `src/${room}/text-${at}.ts`,
      `const most = 1;\nexport const y = [most, ${text}];\n`,
    ]),
  ),
);
const kinds =
  "export const y = (region: { move(name: string): void }) => {\n  region.move('the boots have stopped');\n  if (!region) throw new Error('a region that is not there');\n  return { kind: 'notEmptying', at: 'lower thigh' };\n};\n";
const unit = `export const y = (x: number) => [\`\${x} mmHg\`, '7 kPa'];\n`;

describe('the rules for texts', () => {
  const found = lintPlanted({
    ...sentences,
    'src/session/kinds.ts': kinds,
    ...Object.fromEntries(rooms.map((room) => [`src/${room}/unit.ts`, unit] as const)),
  });

  test('keep sentences out of the rooms that make values', () => {
    for (const path of Object.keys(sentences)) {
      expect(`${path}: ${found.get(path)?.map(({ message }) => message)}`).toMatch(
        /src\/words makes the sentence/,
      );
    }
  });

  test('let those rooms name kinds, moves and bugs', () => {
    expect(found.get('src/session/kinds.ts')).toEqual([]);
  });

  test('let only words write a unit of pressure', () => {
    for (const room of rooms) {
      const wrong = found
        .get(`src/${room}/unit.ts`)
        ?.filter(({ message }) => /unit of pressure/.test(message));
      expect(`${room}: ${wrong?.length}`).toBe(`${room}: ${room === 'words' ? 0 : 2}`);
    }
  });
});
