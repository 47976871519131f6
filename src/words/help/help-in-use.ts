/** The words of the help, in the language in use. They load with the help. */

import { helpEnglish } from '../en/help/english.ts';
import type { Language } from '../first/first-words.ts';
import { words } from '../in-use.ts';
import type { Words } from '../words.ts';
import type { HelpWords } from './help-words.ts';

const inLanguage: Readonly<Record<Language, (rest: Words) => HelpWords>> = { en: helpEnglish };

export const helpWords = (): HelpWords => inLanguage[words.language](words);
