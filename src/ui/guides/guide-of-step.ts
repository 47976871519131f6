/** Maps steps of a plan to guides, and each guide to its sources and to its kind of action. */

import { type Figures, pathOf } from '../../guide/address.ts';
import type { GuideId } from '../../guide/guide.ts';
import type { SourceName } from '../../plan/rules/sources.ts';
import type { Action, ActionKind, Step } from '../../plan/step.ts';
import type { Place } from '../places/place.ts';

type Led = readonly [id: GuideId, figures: Figures];

/** The guide for an action. Null for drinking, resting and getting warm, which have no guide, and for the boots, which have a place of their own. */
function guideFor(action: Action): Led | null {
  switch (action.kind) {
    case 'walk':
      return ['walk', { minutes: action.minutes }];
    case 'run':
      return ['easy-run', { minutes: action.minutes }];
    case 'roller':
      return ['roller-flush', { muscles: action.muscles, passes: action.passes }];
    case 'plate':
      return ['vibration-plate', { minutes: action.minutes, on: action.onSeconds, rest: action.restSeconds }];
    case 'massage':
      return action.depth === 'spots'
        ? [
            'spots',
            {
              muscles: action.muscles,
              ...(action.secondsASpot === null ? {} : { spot: action.secondsASpot }),
            },
          ]
        : ['by-hand', { minutes: action.minutes, muscles: action.muscles }];
    case 'stretch':
      return action.manner === 'cramp'
        ? ['cramp', {}]
        : ['mobility', { minutes: action.minutes, muscles: action.muscles }];
    case 'wind-down':
      return ['wind-down', { minutes: action.minutes, breaths: action.breathsAMinute }];
    case 'drink':
    case 'boots':
    case 'warm':
    case 'rest':
      return null;
  }
}

/** The address of the guide for a step, with the step's figures; null if the step has no guide. Finishing the guide there marks the step as done. */
export function guidePlace({ action, id, askFirst }: Pick<Step, 'action' | 'id' | 'askFirst'>): Place | null {
  const led = guideFor(action);
  if (led === null) return null;
  const [guide, figures] = led;
  const asks = askFirst === null ? {} : { ask: askFirst };
  return { name: 'guides', path: pathOf(guide, { ...figures, ...asks, step: id }) };
}

/** The kind of action that each guide belongs to. A warning sign that forbids this kind closes the guide. */
export const actionOf: Readonly<Record<GuideId, ActionKind>> = {
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
