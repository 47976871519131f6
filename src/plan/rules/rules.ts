/**
 * All rules. A new rule goes into the list for its kind of action (movement.ts, rest.ts and so on). If place/ finds no time for a rule's step, it
 * leaves the step out.
 */

import { boots } from './boots.ts';
import { manual } from './by-hand.ts';
import { coldTravelDesk } from './cold-travel-desk.ts';
import { movement } from './movement.ts';
import { rest } from './rest.ts';
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [...movement, ...rest, ...coldTravelDesk, ...boots, ...manual];
