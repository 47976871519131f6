/** The words of plans in the current language and unit. They load with the plan. */

import { planEnglish } from '../en/plan/english.ts';
import { part } from '../part.ts';

export const planWords = part(planEnglish, {
  fr: () => import('../fr/plan/french.ts').then(({ planFrench }) => planFrench),
});
