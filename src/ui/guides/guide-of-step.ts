/** Which guide leads through a step of a plan, and what a guide is in a plan's eyes: what locks it, and on whose word it stands. */

import { type Figures, pathOf } from '../../guide/address.ts';
import type { GuideId } from '../../guide/guide.ts';
import type { SourceName } from '../../plan/rules/sources.ts';
import type { Deed, DeedKind, Step } from '../../plan/step.ts';
import type { Place } from '../places/place.ts';

type Led = readonly [id: GuideId, figures: Figures];

/** Null for what needs no leading: drinking, resting, getting warm; and for the boots, which have a place of their own. */
function guideFor(deed: Deed): Led | null {
  switch (deed.kind) {
    case 'walk':
      return ['walk', { minutes: deed.minutes }];
    case 'run':
      return ['easy-run', { minutes: deed.minutes }];
    case 'roller':
      return ['roller-flush', { muscles: deed.muscles, passes: deed.passes }];
    case 'plate':
      return ['vibration-plate', { minutes: deed.minutes, on: deed.onSeconds, rest: deed.restSeconds }];
    case 'massage':
      return deed.depth === 'spots'
        ? [
            'spots',
            { muscles: deed.muscles, ...(deed.secondsASpot === null ? {} : { spot: deed.secondsASpot }) },
          ]
        : ['by-hand', { minutes: deed.minutes, muscles: deed.muscles }];
    case 'stretch':
      return deed.manner === 'cramp'
        ? ['cramp', {}]
        : ['mobility', { minutes: deed.minutes, muscles: deed.muscles }];
    case 'wind-down':
      return ['wind-down', { minutes: deed.minutes, breaths: deed.breathsAMinute }];
    case 'drink':
    case 'boots':
    case 'warm':
    case 'rest':
      return null;
  }
}

/** The guide with the figures of a step, whose end ticks it. */
export function guidePlace({ deed, id, askFirst }: Pick<Step, 'deed' | 'id' | 'askFirst'>): Place | null {
  const led = guideFor(deed);
  if (led === null) return null;
  const [guide, figures] = led;
  const asks = askFirst === null ? {} : { ask: askFirst };
  return { name: 'guides', path: pathOf(guide, { ...figures, ...asks, step: id }) };
}

/** What a lock must close for a guide to be closed. */
export const deedOf: Readonly<Record<GuideId, DeedKind>> = {
  walk: 'walk',
  'easy-run': 'run',
  mobility: 'stretch',
  stretches: 'stretch',
  'roller-flush': 'roller',
  'by-hand': 'massage',
  spots: 'massage',
  'vibration-plate': 'plate',
  cramp: 'stretch',
  'wind-down': 'wind-down',
};

export const sourcesOf: Readonly<Record<GuideId, readonly SourceName[]>> = {
  walk: ['practice', 'walk-only'],
  'easy-run': ['practice', 'choice'],
  mobility: ['practice', 'choice'],
  stretches: ['practice', 'choice'],
  'roller-flush': ['practice', 'recovery-review', 'choice'],
  'by-hand': ['recovery-review', 'choice'],
  spots: ['practice', 'choice'],
  'vibration-plate': ['practice', 'choice'],
  cramp: ['practice', 'thirst'],
  'wind-down': ['practice', 'choice'],
};
