/** French words: none is still English, plurals are right, and no line breaks before punctuation. */

import { describe, expect, it, test } from 'vitest';
import { seconds } from '../../../../firmware-protocol/quantities.ts';
import { guides } from '../../../../src/guide/guides.ts';
import { plainPrograms } from '../../../../src/program/patterns.ts';
import { programs } from '../../../../src/program/presets.ts';
import type { Ending } from '../../../../src/session/view.ts';
import { editorFrench } from '../../../../src/words/fr/editor/french.ts';
import { firstFrench } from '../../../../src/words/fr/first/first-french.ts';
import { french } from '../../../../src/words/fr/french.ts';
import { guideFrench } from '../../../../src/words/fr/guides/french.ts';
import { journalFrench } from '../../../../src/words/fr/journal/french.ts';
import { typeset } from '../../../../src/words/fr/text.ts';
import { filesUnder, textOf } from '../../house/repository.ts';
import { progress, sessionView } from '../../session-view.ts';

const words = french({ pressureUnit: 'mmHg', locale: 'fr' });
const n = words.numbers;

/** The texts in a source file: strings, and the pieces of template strings between their expressions. */
function textsIn(source: string): readonly string[] {
  const code = source
    .replace(/^\s*(?:\/\*\*.*|\*.*|\/\/.*|import .*)$/gm, '')
    // Keys are names in the code, not texts.
    .replace(/'[^'\n]*':/g, '');
  const found = code.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g);
  return [...found].flatMap(([, quoted, template]) =>
    quoted === undefined ? (template ?? '').split(/\$\{[^}]*\}/) : [quoted],
  );
}

const sentence = (text: string): boolean => /\p{L}+ \p{L}+/u.test(text);

/** Texts that must be the same in both languages, because a person copies them. */
const same: readonly string[] = ['chrome://flags/#enable-experimental-web-platform-features'];

test('no French sentence is the same as an English one', () => {
  const english = new Set(filesUnder('src/words/en', '.ts').flatMap((path) => textsIn(textOf(path))));
  expect([...english].filter(sentence).length).toBeGreaterThan(1500);
  // The keys of purposes.ts and programs.ts are the English texts.
  const files = filesUnder('src/words/fr', '.ts').filter((path) => !/purposes|programs\.ts/.test(path));
  const left = files.flatMap((path) =>
    textsIn(textOf(path))
      .filter((text) => sentence(text) && english.has(text) && !same.includes(text))
      .map((text) => `${path}: ${text}`),
  );
  expect(left).toEqual([]);
});

test('every program that comes with the page has a French name and purpose of its own', () => {
  const all = [...programs, ...plainPrograms];
  const unlike = new Set(['Trail', 'Ultra', 'Gradient']);
  for (const { name, purpose } of all) {
    if (!unlike.has(name)) expect(words.programName(name), name).not.toBe(name);
    expect(words.programPurpose(purpose), purpose).not.toBe(purpose);
  }
  expect(words.programName('Post-marathon, changed')).toBe('Après marathon, modifié');
  expect(words.programName('Ma sortie')).toBe('Ma sortie');
});

describe('the names of boots', () => {
  it('are joined in the language of the page', () => {
    const pair = ['A1', 'A2'];
    const { bootsNames } = firstFrench({ pressureUnit: 'mmHg' });
    expect([bootsNames(['A1']), bootsNames(pair), bootsNames([])]).toEqual(['A1', 'A1 et A2', 'Bottes']);
  });
});

describe('plurals', () => {
  const minutes = (value: number): string => words.minutesAloud(value);
  const settling = (value: number): string =>
    words.detail(
      sessionView({
        phase: 'running',
        minutes: value,
        doing: { kind: 'prefill', parts: [], holding: [] },
        progress: progress({ settling: seconds(20) }),
      }),
    );
  const kept = (value: number): string => journalFrench(n).page.keeping.total(value);

  it('are singular below 2, as in French', () => {
    expect([0, 1, 2].map(minutes)).toEqual(['0 minute', '1 minute', '2 minutes']);
    expect(n.plural(1.5, { one: 'minute', other: 'minutes' })).toBe('minute');
    expect([0, 1, 2].map(kept)).toEqual(['0 entrée', '1 entrée', '2 entrées']);
    expect(settling(1)).toContain('Votre 1 minute commence ensuite.');
    expect(settling(2)).toContain('Vos 2 minutes commencent ensuite.');
    expect(editorFrench(n).problems(1)).toMatch(/^Corrigez un problème/);
    expect(editorFrench(n).problems(2)).toMatch(/^Corrigez 2 problèmes/);
  });

  it('have French numbers, lists and dates', () => {
    expect(n.figure(42.2)).toBe('42,2');
    expect(n.list(['pied', 'mollet', 'cuisse'])).toBe('pied, mollet et cuisse');
    expect(journalFrench(n).page.month('2026-11')).toBe('novembre 2026');
  });
});

describe('typography', () => {
  it('keeps units and spaced punctuation on the same line as the word before', () => {
    expect(typeset('Vraiment ? Oui : « 30 mmHg » ; 5 min !')).toBe(
      'Vraiment\u00a0? Oui\u00a0: «\u00a030\u00a0mmHg\u00a0»\u00a0; 5\u00a0min\u00a0!',
    );
    expect(typeset({ say: (what: string) => [`${what} : 60 %`] }).say('Pic')).toEqual([
      'Pic\u00a0: 60\u00a0%',
    ]);
  });

  it('applies to every text on the screen', () => {
    expect(words.choose.title).toContain('besoin\u00a0?');
    expect(words.written(guideFrench(n)).texts.crampWhere).toContain('crampe\u00a0?');
  });

  it('has a spaced semicolon between the things that a guide needs', () => {
    expect(words.written(guideFrench(n)).needed(guides['by-hand'])).toContain('lit\u00a0; un peu');
  });

  it('has curly apostrophes everywhere', () => {
    const straight = filesUnder('src/words/fr', '.ts').flatMap((path) =>
      textsIn(textOf(path)).filter((text) => /\p{L}\\?'\p{L}/u.test(text)),
    );
    expect(straight).toEqual([]);
  });
});

test('every ending says why the session ended', () => {
  const endings: readonly Ending[] = ['finished', 'stoppedByController', 'alone', 'rebooted'];
  for (const ended of endings) expect(words.spoken(sessionView({ phase: 'ended', ended }))).toMatch(/[.!?]$/);
});
