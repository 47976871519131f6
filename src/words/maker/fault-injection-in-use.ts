/** The words, in the current language, of the panel in which a person sets faults in simulated boots. They load with the panel. */

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
