/** The plan's place, a screen with its own address: draws the plan's pages. */

import { distinctUntilChanged, map, skip } from 'rxjs';
import { standsAlone } from '../../plan/today.ts';
import { planMain } from '../../ui/places/plan/plan-main.ts';
import '../../ui/places/plan/register-plan.ts';
import type { PageOfPlace, PlaceScreen } from '../../ui/places/place-screen.ts';
import { planWords } from '../../words/plan/plan-in-use.ts';
import type { OpenedPlan } from './open-plan.ts';

export function openPlanPlace(page: PageOfPlace, { plan }: OpenedPlan): PlaceScreen {
  plan.view.subscribe(() => page.redraw());
  plan.view
    .pipe(
      map(({ current }) => current === null),
      distinctUntilChanged(),
      skip(1),
    )
    .subscribe(() => page.arrive());
  return {
    title: () => planWords().page.title,
    draw: (place) => planMain(place, plan.view.value),
    isAlone: () => {
      const { current } = plan.view.value;
      return current !== null && standsAlone(current.plan) !== null;
    },
  };
}
