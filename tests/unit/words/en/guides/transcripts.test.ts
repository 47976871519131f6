/**
 * Guides as texts for people to read: transcripts/*.txt. If you change a guide or its words, rewrite the texts
 * with UPDATE=1 npm test -- tests/unit/words/en/guides/transcripts, and read them as a person on the floor with
 * a roller would.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { guideWith } from '../../../../../src/guide/address.ts';
import { type Guide, guideIds, guideLength } from '../../../../../src/guide/guide.ts';
import { cramp } from '../../../../../src/guide/guides/cramp.ts';
import { afterFlight } from '../../../../../src/guide/guides/roller-flush.ts';
import { guides } from '../../../../../src/guide/guides.ts';
import { startOf } from '../../../../../src/guide/place.ts';
import { english } from '../../../../../src/words/en/english.ts';
import { guideEnglish } from '../../../../../src/words/en/guides/english.ts';
import { planWords } from '../../../../../src/words/plan/plan-in-use.ts';

const folder = fileURLToPath(new URL('transcripts/', import.meta.url));
const { questions } = planWords();
const words = guideEnglish(english({ pressureUnit: 'mmHg', locale: 'en' }).numbers);

const transcribed: Readonly<Record<string, Guide>> = {
  ...Object.fromEntries(guideIds.map((id) => [id, guides[id]])),
  'roller-flush-after-a-flight': guideWith('roller-flush', { muscles: afterFlight.muscles, ask: 'one-calf' }),
  'cramp-in-the-foot': cramp('feet'),
  'cramp-at-the-back-of-the-thigh': cramp('hamstrings'),
  'cramp-at-the-front-of-the-thigh': cramp('quadriceps'),
};

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`.padStart(5);

function transcript(guide: Guide): string {
  const { askFirst } = guide;
  const before = [
    `${words.names[guide.id]}. ${words.what[guide.id]}`,
    `${words.texts.lasts}: ${words.lasts(guide)}. ${words.counts(guide)}`.trim(),
    `${words.texts.needs}: ${words.needed(guide)}`,
    ...(words.when(guide) === '' ? [] : [`${words.texts.when}: ${words.when(guide)}`]),
    ...(guide.against.length === 0
      ? []
      : [`${words.texts.notIf}`, ...guide.against.map((one) => `  - ${words.against[one]}`)]),
    words.texts.how,
    ...words.how(guide).map((line) => `  - ${line}`),
    ...(askFirst === null ? [] : [questions[askFirst].title, `  - ${questions[askFirst].none}`]),
  ];
  const during = guide.phases.flatMap((phase, index) => {
    const start = startOf(guide, index) / 1000;
    const { title, how } = words.phase(phase);
    const count = phase.passes > 1 ? ` (${phase.passes} × ${phase.pace} s)` : '';
    return [
      `${clock(start)}  ${title}${count}. ${how}`,
      ...phase.prompts.map(
        ({ at, say }) => `${clock(start + at)}    “${words.prompt({ kind: 'prompt', prompt: say })}”`,
      ),
    ];
  });
  return [...before, '', ...during, `${clock(guideLength(guide))}  Done`, ''].join('\n');
}

describe('the transcript of', () => {
  it.each(Object.entries(transcribed))('%s', (name, guide) => {
    const path = join(folder, `${name}.txt`);
    const text = transcript(guide);
    if (process.env.UPDATE === '1') writeFileSync(path, text);
    expect(text.split('\n')).toEqual(readFileSync(path, 'utf8').split('\n'));
  });
});
