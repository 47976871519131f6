/** Registers the plan's elements. */

import { PlanExchange } from './plan-exchange.ts';
import { PlanMaker } from './plan-maker.ts';
import { PlanScreen } from './plan-screen.ts';
import { SorenessScale } from './reports/soreness-scale.ts';
import { TodayCard } from './today-card.ts';

customElements.define('heartward-soreness', SorenessScale);
customElements.define('heartward-plan-exchange', PlanExchange);
customElements.define('heartward-plan-maker', PlanMaker);
customElements.define('heartward-plan', PlanScreen);
customElements.define('heartward-today', TodayCard);
