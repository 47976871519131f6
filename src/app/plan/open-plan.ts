/** Opens the plan of this device. Loaded when something first needs it: home, the plan's place, or a guide that ticks a step. */

import { milliseconds } from '../../../firmware-protocol/quantities.ts';
import { every } from '../../clock/every.ts';
import { systemClock, today } from '../../clock/system-clock.ts';
import { type Moment, readZone, type Zone } from '../../plan/time/wall-clock.ts';
import type { PageIntents } from '../../ui/page-intents.ts';
import type { PlanIntents } from '../../ui/places/plan/plan-intents.ts';
import type { Kept } from '../local-kept.ts';
import { planIn } from './kept-plan.ts';
import { PlanOfPage } from './plan-of-page.ts';

/** Steps have their times to the minute; a third of one late is early enough. */
const LOOK = milliseconds(20_000);

export interface OpenedPlan {
  readonly plan: PlanOfPage;
  readonly intents: Pick<PageIntents, Exclude<keyof PlanIntents, 'openBootsStep'>>;
}

export interface AroundPlan {
  readonly storage: Kept;
  readonly leads: () => boolean;
  readonly stopBoots: () => void;
  /** Goes to where the plan is shown. */
  readonly show: () => void;
}

export async function openPlan({ storage, leads, stopBoots, show }: AroundPlan): Promise<OpenedPlan> {
  const keeper = planIn(storage);
  const zone = readZone(new Intl.DateTimeFormat().resolvedOptions().timeZone) ?? ('UTC' as Zone);
  const page = { keeper, zone, leads, stopBoots, today: () => today().getTime() as Moment };
  const plan = new PlanOfPage(page, await keeper.read());
  every(systemClock, LOOK, () => plan.look());
  document.addEventListener('visibilitychange', () => plan.look());
  return {
    plan,
    intents: {
      makePlan: (draft) => {
        plan.make(draft);
        show();
      },
      tellPlan: (telling) => plan.tell(telling),
      takeBackStep: (step) => plan.takeBackStep(step),
      takeBackReport: (report) => plan.takeBackReport(report),
      dropPlan: () => plan.drop(),
      restorePlan: () => plan.restore(),
    },
  };
}
