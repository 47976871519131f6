/** The words of the journal, in the language and unit in use. A language without them does not compile. The first screens do not import this file. */

import { journalEnglish } from '../en/journal/english.ts';
import type { Language } from '../first/first-words.ts';
import { words } from '../in-use.ts';
import type { Numbers } from '../numbers.ts';
import type { JournalWords } from './journal-words.ts';

const inLanguage: Readonly<Record<Language, (n: Numbers) => JournalWords>> = { en: journalEnglish };

export const journalWords = (): JournalWords => inLanguage[words.language](words.numbers);
