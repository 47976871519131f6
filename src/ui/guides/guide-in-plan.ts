/** What a plan under way says about a guide: from when on, and whether the legs are too sore for it. */

import type { Guide, GuideId } from '../../guide/guide.ts';
import { windowAfter } from '../../plan/place/limits.ts';
import type { Plan } from '../../plan/plan.ts';

/** Why a plan leaves out the work of a guide. */
export type LeftOut = 'very-sore' | 'spot-hurts';

/** The work of these guides is left out of a plan for very sore legs, or for a spot that hurts. */
const hard: readonly GuideId[] = ['easy-run', 'spots', 'vibration-plate'];

export const leftOutOf = ({ advice }: Plan, id: GuideId): LeftOut | null =>
  !hard.includes(id)
    ? null
    : advice.includes('spot-hurts')
      ? 'spot-hurts'
      : advice.includes('very-sore')
        ? 'very-sore'
        : null;

/** The guide with the window that applies after the plan's event: a later one after an ultramarathon. */
export function inPlan({ request }: Plan, guide: Guide): Guide {
  if (guide.id !== 'spots' && guide.id !== 'vibration-plate') return guide;
  const { from, to } = windowAfter(request.event, guide.id === 'spots' ? 'spots' : 'plate');
  return { ...guide, window: { from: from / 60, to: to === null ? null : to / 60 } };
}
