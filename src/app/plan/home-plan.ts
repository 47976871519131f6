/** Keeps the plan's part of the home screen up to date. */

import type { AtHome } from '../../ui/places/at-home.ts';
import '../../ui/places/plan/register-plan.ts';
import { todayPart } from '../../ui/places/plan/today-part.ts';
import type { OpenedPlan } from './open-plan.ts';

export function planAtHome(
  { plan }: OpenedPlan,
  show: (part: Pick<AtHome, 'hasPlan' | 'today'>) => void,
): void {
  plan.view.subscribe((view) => show({ hasPlan: view.current !== null, today: todayPart(view) }));
}
