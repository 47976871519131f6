/** What happens while something else is being worked through waits for its turn, and then runs at once: no timer is involved. */

import { queueScheduler, type SchedulerLike } from 'rxjs';

export const inTurnScheduler: SchedulerLike = queueScheduler;
