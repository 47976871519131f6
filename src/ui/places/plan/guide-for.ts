/** Which guide leads through a step, by the name that the guides' place has for it. */

import type { Deed, Step } from '../../../plan/step.ts';
import type { Place } from '../place.ts';

/** Null where there is nothing to lead through. */
export function guideFor(deed: Deed): string | null {
  switch (deed.kind) {
    case 'walk':
      return 'walk';
    case 'run':
      return 'easy-run';
    case 'roller':
      return 'roller-flush';
    case 'plate':
      return 'vibration-plate';
    case 'massage':
      return deed.depth === 'spots' ? 'spots' : 'by-hand';
    case 'stretch':
      return deed.manner === 'cramp' ? 'cramp' : 'mobility';
    case 'wind-down':
      return 'wind-down';
    case 'boots':
    case 'drink':
    case 'rest':
    case 'warm':
      return null;
  }
}

/** The guide with the figures of a step, whose end ticks it. */
export function guidePlace({ id, deed }: Step): Place | null {
  const guide = guideFor(deed);
  return guide === null ? null : { name: 'guides', path: [guide, id] };
}
