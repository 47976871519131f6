/** All rules. A new rule goes into the file for its kind of action or event. */

import { boots } from './boots.ts';
import { manual } from './by-hand.ts';
import { coldTravelDesk } from './cold-travel-desk.ts';
import { movement } from './movement.ts';
import { rest } from './rest.ts';
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [...movement, ...rest, ...coldTravelDesk, ...boots, ...manual];
