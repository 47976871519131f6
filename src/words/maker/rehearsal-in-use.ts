/** The words of the panel of faults, in the language in use. They load with it. */

import { rehearsalEnglish } from '../en/maker/rehearsal.ts';
import { part } from '../part.ts';

export const rehearsalWords = part(() => rehearsalEnglish, {
  fr: () =>
    import('../fr/maker/rehearsal.ts').then(
      ({ rehearsalFrench }) =>
        () =>
          rehearsalFrench,
    ),
});
