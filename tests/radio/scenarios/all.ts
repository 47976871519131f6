/** Every scenario, the shortest first. */

import type { Scenario } from '../scenario.ts';
import { smoke } from './smoke.ts';

export const scenarios: readonly Scenario[] = [smoke];
