/** The words of plans, in the language and unit in use. A language without them does not compile. It loads with the plan. */

import { planEnglish } from '../en/plan/english.ts';
import type { Language } from '../first/first-words.ts';
import { words } from '../in-use.ts';
import type { Numbers } from '../numbers.ts';
import type { PlanWords } from './plan-words.ts';

const inLanguage: Readonly<Record<Language, (n: Numbers) => PlanWords>> = { en: planEnglish };

export const planWords = (): PlanWords => inLanguage[words.language](words.numbers);
