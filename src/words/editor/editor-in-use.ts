/** The words of the editor, in the language in use. They load with the editor. */

import { editorEnglish } from '../en/editor/english.ts';
import type { Language } from '../first/first-words.ts';
import { words } from '../in-use.ts';
import type { Numbers } from '../numbers.ts';
import type { EditorWords } from './editor-words.ts';

const inLanguage: Readonly<Record<Language, (n: Numbers) => EditorWords>> = { en: editorEnglish };

let made: { readonly numbers: Numbers; readonly words: EditorWords } | null = null;

export function editorWords(): EditorWords {
  if (made?.numbers !== words.numbers) {
    made = { numbers: words.numbers, words: inLanguage[words.language](words.numbers) };
  }
  return made.words;
}
