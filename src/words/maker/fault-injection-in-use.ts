/** The words of the panel of faults in the current language. They load with the panel. */

import { faultInjectionEnglish } from '../en/maker/fault-injection.ts';
import { part } from '../part.ts';

export const faultInjectionWords = part(() => faultInjectionEnglish, {
  fr: () =>
    import('../fr/maker/fault-injection.ts').then(
      ({ faultInjectionFrench }) =>
        () =>
          faultInjectionFrench,
    ),
});
